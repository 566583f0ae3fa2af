import type {
  CostLine,
  FormContent,
  IndicatorRow,
  PriorEvaluation,
  ReviewOpinion,
  RevisionRow,
  Safeguard,
  ScheduleStep,
  SubProject,
} from './form-content.ts'
import type { RepeatName, TemplateRepeat } from './form-template.ts'

/** What a column of a repeat shows; `amount` goes into a spreadsheet as a number. */
export type ValueKind = 'text' | 'amount' | 'flag'

type Columns<Row> = Partial<Record<keyof Row, ValueKind>>

/** The properties a repeat row can show; `fields.` and `phases.` of an item are open, their names stand in `columns`. */
export const ITEM_COLUMNS = {
  indicators: {
    level1: 'text',
    level2: 'text',
    level3: 'text',
    target: 'text',
    remark: 'text',
    weight: 'amount',
    actual: 'text',
    score: 'amount',
    reason: 'text',
  } satisfies Columns<IndicatorRow>,
  lines: {
    project: 'text',
    content: 'text',
    item: 'text',
    amount: 'amount',
    unitPrice: 'amount',
    unitPriceBasis: 'text',
    quantity: 'amount',
    quantityBasis: 'text',
    remark: 'text',
  } satisfies Columns<CostLine>,
  parts: { name: 'text', amount: 'amount', amountText: 'text' } satisfies Columns<SubProject>,
  safeguards: { category: 'text', document: 'text', measure: 'text' } satisfies Columns<Safeguard>,
  schedule: { period: 'text', content: 'text' } satisfies Columns<ScheduleStep>,
  priorEvaluations: { year: 'text', score: 'text', opinion: 'text' } satisfies Columns<PriorEvaluation>,
  reviews: { reviewer: 'text', opinion: 'text', signer: 'text', date: 'text' } satisfies Columns<ReviewOpinion>,
  revisions: {
    indicator: 'text',
    originalTarget: 'text',
    revisedTarget: 'text',
    explanation: 'text',
  } satisfies Columns<RevisionRow>,
} as const satisfies Record<RepeatName, Record<string, ValueKind>>

/** One item of a repeat with its place in the content; a row printed without an item has no index. */
export type PlacedItem = {
  readonly over: RepeatName
  readonly index: number | null
  /** Counted from 1 down the table, blank rows included. */
  readonly number: number
  readonly values: Readonly<Record<string, unknown>>
}

/** The property that `given` names. */
const GIVEN_PROPERTY: Partial<Record<RepeatName, string>> = { safeguards: 'category', reviews: 'reviewer' }

export function canBeGiven(over: RepeatName): boolean {
  return over in GIVEN_PROPERTY
}

/** `only` names the indexes of the items that are meant, null means all. */
export function placeItems(
  content: FormContent,
  repeat: TemplateRepeat,
  only: readonly number[] | null = null,
): PlacedItem[] {
  const rows: readonly object[] = content[repeat.over]
  const indexes = only ?? [...rows.keys()]
  const own = indexes.map((index): Item => ({ values: { ...rows[index] }, index }))
  const ordered = repeat.given === undefined ? own : givenFirst(own, repeat.over, repeat.given)
  const missing = Math.max(0, repeat.atLeast - ordered.length)
  const blanks = Array.from({ length: missing }, (): Item => ({ values: {}, index: null }))
  return [...ordered, ...blanks].map((item, order) => ({ over: repeat.over, number: order + 1, ...item }))
}

/** 003 note: a project that is not divided states its goals under 子项目1. */
export function indicatorsByPart({ indicators, parts }: FormContent): ReadonlyMap<number, readonly number[]> {
  const byPart = new Map<number, number[]>()
  indicators.forEach((row, index) => {
    const part = row.part !== null && row.part < parts.length ? row.part : 0
    byPart.set(part, [...(byPart.get(part) ?? []), index])
  })
  return byPart
}

type Item = { readonly values: Readonly<Record<string, unknown>>; readonly index: number | null }

function givenFirst(items: readonly Item[], over: RepeatName, given: readonly string[]): Item[] {
  const property = GIVEN_PROPERTY[over]
  if (property === undefined) return [...items]
  const known = given.flatMap((name) => {
    const filled = items.filter(({ values }) => values[property] === name)
    return filled.length > 0 ? filled : [{ values: { [property]: name }, index: null }]
  })
  return [...known, ...items.filter(({ values }) => !given.some((name) => name === values[property]))]
}
