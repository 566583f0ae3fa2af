import { z } from 'zod'

/**
 * The sheet of an official form as data: what it is called, what it asks, what must add up and how it is drawn.
 * Templates live in `packs/<place>/forms/*.json`; a place is added without touching code.
 */

const millimetres = z.number().positive().max(2000)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Address of content: `fields.项目类别`, `money.yearBudget`. */
const binding = z.string().min(1)

const Field = z.strictObject({
  /** Canonical label, the key under `fields`. */
  key: z.string().min(1),
  /** Every label this field is printed with, the template's own first. */
  labels: z.array(z.string()).min(1),
  kind: z.enum(['text', 'long-text', 'date', 'choice', 'signature']),
  /** `starred` on the form itself, `practice`: required in practice, `submit`: only when handed in, `optional`. */
  required: z.enum(['starred', 'practice', 'submit', 'optional']),
  options: z.array(z.string()).optional(),
  /** The project, the unit and the year of a form are kept beside its fields, not among them. */
  keptAs: z.enum(['project', 'unit', 'year']).optional(),
  /** Names and telephone numbers of people: masked in anything made public. */
  personal: z.boolean().optional(),
})

const Amount = z.strictObject({
  /** The key under `money`. */
  key: z.string().min(1),
  labels: z.array(z.string()).min(1),
  required: z.enum(['practice', 'optional', 'computed']),
})

/** What must hold on the form; the lint evaluates it, live while typing and on every import. */
const Check = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.string(), kind: z.literal('sum'), total: binding, of: z.array(binding).min(1) }),
  z.strictObject({ id: z.string(), kind: z.literal('difference'), result: binding, from: binding, less: binding }),
  z.strictObject({ id: z.string(), kind: z.literal('at-least'), greater: binding, smaller: binding }),
  z.strictObject({
    id: z.string(),
    kind: z.literal('column-sum'),
    total: binding,
    rows: z.enum(['lines', 'parts']),
    column: z.string(),
  }),
  z.strictObject({ id: z.string(), kind: z.literal('product'), rows: z.literal('lines') }),
  z.strictObject({ id: z.string(), kind: z.literal('date-order'), start: binding, end: binding }),
  z.strictObject({
    id: z.string(),
    kind: z.literal('one-choice'),
    field: binding,
    options: z.array(z.string()).min(2),
  }),
  z.strictObject({ id: z.string(), kind: z.literal('unique'), rows: z.literal('parts'), column: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('weights'), total: z.literal('100') }),
  z.strictObject({ id: z.string(), kind: z.literal('execution'), executed: binding, budget: binding, rate: binding }),
])

const RepeatName = z.enum([
  'indicators',
  'lines',
  'parts',
  'safeguards',
  'schedule',
  'priorEvaluations',
  'reviews',
  'revisions',
])

const Style = z.strictObject({
  font: z.enum(['宋体', '黑体', '仿宋', '楷体', '小标宋']),
  sizePt: z.number().min(5).max(72),
  bold: z.boolean().default(false),
  align: z.enum(['left', 'center', 'right', 'justify']).default('left'),
  valign: z.enum(['top', 'middle', 'bottom']).default('middle'),
  border: z.enum(['all', 'none']).default('all'),
})

const Cell = z.strictObject({
  /** Fixed text with placeholders; how they are written: cell-text.ts. */
  text: z.string(),
  /** Columns and rows covered; a repeat row that is covered counts with all the rows it becomes. */
  span: z.tuple([z.int().positive(), z.int().positive()]).default([1, 1]),
  style: z.string().optional(),
  /** In a repeat row: neighbours below with the same text (and the same cell to the left) are one merged cell. */
  join: z.boolean().default(false),
})

const Row = z.strictObject({
  minHeightMm: millimetres.default(8),
  cells: z.array(Cell),
  /**
   * This row is drawn once per item; `atLeast` pads with blank rows as the printed sheet does. `given` are the
   * categories (safeguards) or reviewers (reviews) that the sheet prints, filled or not, before any other.
   */
  repeat: z
    .strictObject({
      over: RepeatName,
      atLeast: z.int().positive().default(1),
      given: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
})

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: z.string(), style: z.string() }),
  z.strictObject({
    kind: z.literal('table'),
    columnsMm: z.array(millimetres).min(1),
    headRows: z.int().nonnegative().default(0),
    rows: z.array(Row).min(1),
    /** The whole table is drawn once per sub-project (自行增加子项目表格). */
    repeat: z.strictObject({ over: z.literal('parts'), atLeast: z.int().positive().default(1) }).optional(),
  }),
  z.strictObject({ kind: z.literal('page-break') }),
])

export const FormTemplate = z.strictObject({
  /** Editions of one sheet share the id; the year of issue tells them apart. */
  id: z.string().regex(/^[A-Z0-9-]+$/),
  edition: z.string().regex(/^\d{4}$/),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  place: z.string(),
  stage: z.enum(['declaration', 'review', 'revision', 'monitoring', 'self-evaluation']),
  validFrom: day,
  validTo: day.nullable(),
  moneyUnit: z.enum(['元', '万元']).nullable(),
  /** How the sheet titles itself; recognition compares them without blanks and brackets. */
  titles: z.array(z.string()).min(1),
  /** The indicator tree of the place: level 1 with its level 2, in printed order. */
  tree: z.array(z.strictObject({ name: z.string(), level2: z.array(z.string()) })),
  fields: z.array(Field),
  money: z.array(Amount),
  /** Printed head labels of each repeat's columns: `{ indicators: { level1: ['一级目标'] } }`. */
  columns: z.partialRecord(RepeatName, z.record(z.string(), z.array(z.string()).min(1))),
  checks: z.array(Check),
  page: z.strictObject({
    widthMm: millimetres,
    heightMm: millimetres,
    marginsMm: z.strictObject({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }),
  }),
  styles: z.record(z.string(), Style),
  blocks: z.array(Block).min(1),
})

export type FormTemplate = z.infer<typeof FormTemplate>
export type TemplateField = z.infer<typeof Field>
export type TemplateCheck = z.infer<typeof Check>
export type TemplateBlock = z.infer<typeof Block>
export type TemplateRow = z.infer<typeof Row>
export type TemplateCell = z.infer<typeof Cell>
export type TemplateTable = Extract<TemplateBlock, { kind: 'table' }>
export type TemplateRepeat = NonNullable<TemplateRow['repeat']>
export type RepeatName = z.infer<typeof RepeatName>
