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

/** `part` narrows the indicators to one sub-project; null keeps all. */
export function placeItems(content: FormContent, repeat: TemplateRepeat, part: number | null = null): PlacedItem[] {
  const all = content[repeat.over].map((values, index) => ({ values: { ...values }, index: index as number | null }))
  const own =
    part === null || repeat.over !== 'indicators' ? all : all.filter(({ index }) => partOf(content, index) === part)
  const ordered = repeat.given === undefined ? own : givenFirst(own, repeat.over, repeat.given)
  const blanks = Array.from({ length: Math.max(0, repeat.atLeast - ordered.length) }, () => ({
    values: {},
    index: null,
  }))
  return [...ordered, ...blanks].map((item, order) => ({ over: repeat.over, number: order + 1, ...item }))
}

/** 003 note: a project that is not divided states its goals under 子项目1. */
function partOf(content: FormContent, index: number | null): number {
  const part = index === null ? null : (content.indicators[index]?.part ?? null)
  return part !== null && part < content.parts.length ? part : 0
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
