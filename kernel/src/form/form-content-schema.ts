import { z } from 'zod'
import { isDecimal } from '../decimal.ts'
import type { FormContent } from './form-content.ts'

/** The content of a form parsed at an edge: a file, a request, a stored row. Keys it does not know are dropped. */

const amount = z.string().refine(isDecimal).nullable()
const line = z.int().positive().nullable()
const texts = z.record(z.string(), z.string())

const Doubt = z.object({
  code: z.string(),
  field: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  rawCells: z.array(z.string()).optional(),
})

const Indicator = z.object({
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  target: z.string(),
  remark: z.string().nullable().default(null),
  weight: amount.default(null),
  actual: z.string().nullable().default(null),
  score: amount.default(null),
  reason: z.string().nullable().default(null),
  part: z.int().nonnegative().nullable().default(null),
  doubts: z.array(Doubt).default([]),
  rawCells: z.array(z.string()).default([]),
  line: line.default(null),
})

const Line = z.object({
  project: z.string(),
  content: z.string(),
  item: z.string(),
  amount,
  unitPrice: amount,
  unitPriceBasis: z.string().nullable().default(null),
  quantity: amount,
  quantityBasis: z.string().nullable().default(null),
  remark: z.string().nullable().default(null),
  line: line.default(null),
})

const Part = z.object({
  name: z.string(),
  amount,
  amountText: z.string(),
  fields: texts.default({}),
  line: line.default(null),
})

const SafeguardRow = z.object({
  category: z.string(),
  document: z.string(),
  measure: z.string(),
  phases: z.record(z.string(), z.boolean().nullable()),
  line: line.default(null),
})

const Revision = z.object({
  indicator: z.string(),
  originalTarget: z.string(),
  revisedTarget: z.string(),
  explanation: z.string(),
  line: line.default(null),
})

/** What a form need not have may be left out; it is then blank. */
export const FormContentSchema = z.object({
  template: z.string(),
  edition: z.string().nullable(),
  stage: z.enum(['declaration', 'review', 'revision', 'monitoring', 'self-evaluation']),
  year: z.int().nullable(),
  moneyUnit: z.enum(['元', '万元']).nullable(),
  project: z.string(),
  unit: z.string().nullable(),
  fields: texts.default({}),
  money: z.record(z.string(), amount).default({}),
  lines: z.array(Line).default([]),
  parts: z.array(Part).default([]),
  indicators: z.array(Indicator).default([]),
  safeguards: z.array(SafeguardRow).default([]),
  schedule: z.array(z.object({ period: z.string(), content: z.string(), line: line.default(null) })).default([]),
  priorEvaluations: z.array(z.object({ year: z.int().nullable(), score: z.string(), opinion: z.string() })).default([]),
  reviews: z
    .array(z.object({ reviewer: z.string(), opinion: z.string(), signer: z.string(), date: z.string() }))
    .default([]),
  revisions: z.array(Revision).default([]),
  totals: z.object({ weight: amount, score: amount }).nullable().default(null),
  doubts: z.array(Doubt).default([]),
}) satisfies z.ZodType<FormContent, unknown>
