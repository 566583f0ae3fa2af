import fc from 'fast-check'
import { type Decimal, decimal } from '../decimal.ts'
import { BLANK_ROWS } from './blank-row.ts'
import type { FormContent, IndicatorRow } from './form-content.ts'

/** Any text an office could type, and some it would not. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '≥95%', '系统稳定运行', '2021年12月底前', '=100%'),
  fc.string({ maxLength: 12 }),
)
const optionalText = fc.option(anyText.filter((text) => text !== ''))
export const anyAmount: fc.Arbitrary<Decimal> = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([yuan, cents]) => decimal(`${yuan}.${String(cents).padStart(2, '0')}`))
const optionalAmount = fc.option(anyAmount)

export const anyIndicator: fc.Arbitrary<IndicatorRow> = fc.record({
  level1: anyText,
  level2: anyText,
  level3: anyText,
  target: anyText,
  remark: optionalText,
  weight: optionalAmount,
  actual: optionalText,
  score: optionalAmount,
  reason: optionalText,
  part: fc.constant(null),
  doubts: fc.array(fc.record({ code: fc.constant('cell-moved'), field: anyText, parameters: fc.constant({}) }), {
    maxLength: 1,
  }),
  rawCells: fc.array(anyText, { maxLength: 2 }),
  line: fc.constant(null),
})

const anyLine = fc
  .record({ item: anyText, amount: optionalAmount, remark: optionalText, quantity: optionalAmount })
  .map((cells) => ({ ...BLANK_ROWS.lines, ...cells }))
const anyPart = fc
  .record({ name: anyText, amount: optionalAmount, fields: fc.record({ 责任人: anyText }) })
  .map((cells) => ({ ...BLANK_ROWS.parts, ...cells }))
const anySafeguard = fc
  .record({ category: anyText, phases: fc.record({ 实施阶段: fc.option(fc.boolean()) }) })
  .map((cells) => ({ ...BLANK_ROWS.safeguards, ...cells }))

/** A form in which every blank is written one way: blank optional texts are null, blank totals are none. */
export const anyContent: fc.Arbitrary<FormContent> = fc.record({
  template: fc.constant('CN-TEST'),
  edition: fc.constant('2021'),
  stage: fc.constant('self-evaluation' as const),
  year: fc.option(fc.integer({ min: 1990, max: 2100 })),
  moneyUnit: fc.constantFrom('元', '万元'),
  project: anyText,
  unit: optionalText,
  fields: fc.record({ 项目类别: anyText, 主管部门: anyText }),
  money: fc.record({ fullYear: optionalAmount, 'fiscal.upper': optionalAmount, rate: optionalAmount }),
  lines: fc.array(anyLine, { maxLength: 4 }),
  parts: fc.array(anyPart, { maxLength: 2 }),
  indicators: fc.array(anyIndicator, { maxLength: 5 }),
  safeguards: fc.array(anySafeguard, { maxLength: 2 }),
  schedule: fc.constant([]),
  priorEvaluations: fc.constant([]),
  reviews: fc.constant([]),
  revisions: fc.constant([]),
  totals: fc.option(fc.record({ weight: anyAmount, score: optionalAmount })),
  doubts: fc.constant([]),
})
