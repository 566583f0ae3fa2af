import { isDecimal } from '@shiji/kernel/decimal'
import { z } from 'zod'

/** The content of a form as it travels and is kept; the kernel's `FormContent` is its type. */

const decimalText = z.custom<import('@shiji/kernel/decimal').Decimal>(
  (value) => typeof value === 'string' && isDecimal(value),
)
const text = z.string().max(20_000)
const optionalText = text.nullable()
const parameters = z.record(z.string(), z.union([z.string(), z.number()]))
const doubt = z.strictObject({ code: z.string(), field: z.string(), parameters })
const line = z.number().int().nullable()

export const FormContentSchema = z.strictObject({
  template: z.string(),
  edition: z.string().nullable(),
  stage: z.enum(['declaration', 'review', 'revision', 'monitoring', 'self-evaluation']),
  year: z.number().int().min(1990).max(2100).nullable(),
  moneyUnit: z.enum(['元', '万元']).nullable(),
  project: text,
  unit: optionalText,
  fields: z.record(z.string(), text),
  money: z.record(z.string(), decimalText.nullable()),
  lines: z
    .array(
      z.strictObject({
        project: text,
        content: text,
        item: text,
        amount: decimalText.nullable(),
        unitPrice: decimalText.nullable(),
        unitPriceBasis: optionalText,
        quantity: decimalText.nullable(),
        quantityBasis: optionalText,
        remark: optionalText,
        line,
      }),
    )
    .max(500),
  parts: z
    .array(
      z.strictObject({
        name: text,
        amount: decimalText.nullable(),
        amountText: text,
        fields: z.record(z.string(), text),
        line,
      }),
    )
    .max(200),
  indicators: z
    .array(
      z.strictObject({
        level1: text,
        level2: text,
        level3: text,
        target: text,
        remark: optionalText,
        weight: decimalText.nullable(),
        actual: optionalText,
        score: decimalText.nullable(),
        reason: optionalText,
        part: z.number().int().nullable(),
        doubts: z.array(doubt),
        rawCells: z.array(z.string()),
        line,
      }),
    )
    .max(1_000),
  safeguards: z
    .array(
      z.strictObject({
        category: text,
        document: text,
        measure: text,
        phases: z.record(z.string(), z.boolean().nullable()),
        line,
      }),
    )
    .max(100),
  schedule: z.array(z.strictObject({ period: text, content: text, line })).max(200),
  priorEvaluations: z.array(z.strictObject({ year: z.number().int().nullable(), score: text, opinion: text })).max(20),
  reviews: z.array(z.strictObject({ reviewer: text, opinion: text, signer: text, date: text })).max(20),
  revisions: z
    .array(z.strictObject({ indicator: text, originalTarget: text, revisedTarget: text, explanation: text, line }))
    .max(500),
  totals: z.strictObject({ weight: decimalText.nullable(), score: decimalText.nullable() }).nullable(),
  doubts: z.array(doubt),
})
