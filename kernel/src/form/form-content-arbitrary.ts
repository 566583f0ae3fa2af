import fc from 'fast-check'
import { type Decimal, decimal } from '../decimal.ts'
import type { FormContent, IndicatorRow } from './form-content.ts'
import type { FormTemplate, TemplateField } from './form-template.ts'

/** Random content that a sheet can show: for properties that must hold whatever an office writes. */

const words = fc.constantFrom('机房', '巡检', '≥95%', '<script>', '{fields.x}', '完成率', 'a&b', '“引号”', '1', '、')
const someText = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(''))
const longText = fc.array(someText, { maxLength: 3 }).map((paragraphs) => paragraphs.join('\n').trim())
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null })

const someAmount: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 4 }))
  .map(([units, places]) => {
    const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
    const cut = digits.length - places
    const sign = units < 0n ? '-' : ''
    return decimal(`${sign}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`)
  })

const someDay = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function fieldText({ kind, options }: TemplateField): fc.Arbitrary<string> {
  switch (kind) {
    case 'choice':
      return fc.subarray(options ?? []).map((ticked) => ticked.join('、'))
    case 'date':
      return fc.oneof(someDay, fc.constant(''))
    case 'text':
    case 'signature':
      return someText
    case 'long-text':
      return longText
  }
}

function someIndicators({ tree, blocks }: FormTemplate, parts: number): fc.Arbitrary<IndicatorRow[]> {
  const perPart = parts > 0 && blocks.some((block) => block.kind === 'table' && block.repeat !== undefined)
  const branches = tree.flatMap(({ name, level2 }) => level2.map((branch) => [name, branch] as const))
  const level = branches.length === 0 ? fc.constant(['', ''] as const) : fc.constantFrom(...branches, ['', ''] as const)
  const row = fc
    .record({
      level,
      level3: someText,
      target: someText,
      remark: maybe(someText),
      weight: fc.option(someAmount, { nil: null }),
      actual: maybe(someText),
      score: fc.option(someAmount, { nil: null }),
      reason: maybe(someText),
      part: perPart ? fc.option(fc.nat({ max: parts - 1 }), { nil: null }) : fc.constant(null),
    })
    .map(({ level: [level1, level2], ...rest }) => ({ level1, level2, ...rest, doubts: [], rawCells: [], line: null }))
  return fc.array(row, { maxLength: 12 })
}

const someLine = fc.record({
  project: someText,
  content: someText,
  item: someText,
  amount: fc.option(someAmount, { nil: null }),
  unitPrice: fc.option(someAmount, { nil: null }),
  unitPriceBasis: maybe(someText),
  quantity: fc.option(someAmount, { nil: null }),
  quantityBasis: maybe(someText),
  remark: maybe(someText),
  line: fc.constant(null),
})

function somePart({ columns }: FormTemplate) {
  const open = Object.keys(columns.parts ?? {}).filter((key) => !['name', 'amount', 'amountText'].includes(key))
  return fc.record({
    name: someText,
    amount: fc.option(someAmount, { nil: null }),
    amountText: someText,
    fields: fc.record(Object.fromEntries(open.map((key) => [key, someText]))),
    line: fc.constant(null),
  })
}

function someSafeguard({ columns }: FormTemplate) {
  const phases = Object.keys(columns.safeguards ?? {}).filter((key) => key.startsWith('phases.'))
  const flag = fc.option(fc.boolean(), { nil: null })
  return fc.record({
    category: fc.oneof(someText, fc.constantFrom('项目管理制度', '预算管理制度', '财务管理制度')),
    document: someText,
    measure: someText,
    phases: fc.record(Object.fromEntries(phases.map((key) => [key.slice('phases.'.length), flag]))),
    line: fc.constant(null),
  })
}

const someReview = fc.record({
  reviewer: fc.oneof(someText, fc.constantFrom('主管部门', '区财政绩效办')),
  opinion: longText,
  signer: someText,
  date: fc.oneof(someDay, fc.constant('')),
})

const someRevision = fc.record({
  indicator: someText,
  originalTarget: someText,
  revisedTarget: someText,
  explanation: someText,
  line: fc.constant(null),
})

const somePrior = fc.record({
  year: fc.option(fc.integer({ min: 2000, max: 2099 }), { nil: null }),
  score: someText,
  opinion: someText,
})

/** Repeats that the sheet does not print stay empty: it has no place for them. */
export function someContent(template: FormTemplate): fc.Arbitrary<FormContent> {
  const has = (over: keyof FormTemplate['columns']) => (template.columns[over] === undefined ? 0 : 8)
  const fields = template.fields.filter(({ keptAs }) => keptAs === undefined)
  return fc.nat({ max: Math.min(has('parts'), 4) }).chain((parts) =>
    fc.record({
      template: fc.constant(template.id),
      edition: fc.constant(template.edition),
      stage: fc.constant(template.stage),
      year: fc.option(fc.integer({ min: 2000, max: 2099 }), { nil: null }),
      moneyUnit: fc.constant(template.moneyUnit),
      project: someText,
      unit: maybe(someText),
      fields: fc.record(Object.fromEntries(fields.map((field) => [field.key, fieldText(field)]))),
      money: fc.record(
        Object.fromEntries(template.money.map(({ key }) => [key, fc.option(someAmount, { nil: null })])),
      ),
      lines: fc.array(someLine, { maxLength: has('lines') }),
      parts: fc.array(somePart(template), { minLength: parts, maxLength: parts }),
      indicators: has('indicators') === 0 ? fc.constant([]) : someIndicators(template, parts),
      safeguards: fc.array(someSafeguard(template), { maxLength: has('safeguards') }),
      schedule: fc.array(fc.record({ period: someText, content: someText, line: fc.constant(null) }), {
        maxLength: has('schedule'),
      }),
      priorEvaluations: fc.array(somePrior, { maxLength: has('priorEvaluations') }),
      reviews: fc.array(someReview, { maxLength: has('reviews') }),
      revisions: fc.array(someRevision, { maxLength: has('revisions') }),
      totals: fc.record({ weight: someAmount, score: someAmount }),
      doubts: fc.constant([]),
    }),
  )
}
