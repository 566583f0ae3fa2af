import { inclusion } from '../grammar/read-amount.ts'
import { startsWithOperator } from '../grammar/scan.ts'
import type { Operator, Period, TargetNote } from '../target.ts'
import { LEXICON } from '../words/lexicon.ts'
import { markOf, type Token } from './tokens.ts'

/** What stands behind a number: 以上, 左右, a period. */
export type Suffix = {
  readonly operator: Operator | null
  readonly period: Period | null
  readonly approximate: boolean
  readonly byConvention: boolean
  /** （含） or （不含） behind the number. */
  readonly edge: 'included' | 'excluded' | null
  readonly end: number
}

const NO_SUFFIX = { operator: null, period: null, approximate: false, byConvention: false, edge: null } as const

export function suffixAt(tokens: readonly Token[], start: number): Suffix {
  let suffix: Suffix = { ...NO_SUFFIX, end: start }
  for (let next = suffixStep(tokens, suffix); next; next = suffixStep(tokens, suffix)) suffix = next
  return suffix.edge === 'excluded' && suffix.operator ? { ...suffix, operator: strict(suffix.operator) } : suffix
}

/** One word behind a number; each kind is taken once, so the steps are few. */
function suffixStep(tokens: readonly Token[], suffix: Suffix): Suffix | null {
  const end = suffix.end + 1
  const token = tokens[suffix.end]
  const edge = inclusion(tokens, suffix.end)
  if (edge.end > suffix.end)
    return suffix.edge ? null : { ...suffix, edge: edge.notes.length > 0 ? 'excluded' : 'included', end }
  const inBrackets = token?.kind === 'bracket' ? LEXICON.get(token.text)?.operator : undefined
  if (inBrackets?.place === 'after' && suffix.operator === null)
    return { ...suffix, operator: inBrackets.operator, byConvention: inBrackets.byConvention, end }
  if (token?.kind !== 'word') return null
  const { operator, mark, period } = token.word
  if (mark === 'plus' && suffix.operator === null && closes(tokens[end])) return { ...suffix, operator: 'ge', end }
  if (operator?.place === 'after')
    return suffix.operator ? null : { ...suffix, operator: operator.operator, byConvention: operator.byConvention, end }
  if (mark === 'approximate' && token.text !== '近' && token.text !== '约')
    return suffix.approximate ? null : { ...suffix, approximate: true, end }
  const opensNext = tokens[end]?.kind === 'number' || startsWithOperator(tokens[end])
  return period?.span === 'every' && !suffix.period && !opensNext ? { ...suffix, period: period.period, end } : null
}

/** 95%+ is 95 % and more; 5*8+7*24 joins two things. */
function closes(next: Token | undefined): boolean {
  const mark = markOf(next)
  return next === undefined || mark === 'comma' || mark === 'clause'
}

export function suffixNotes({ byConvention, approximate, edge }: Suffix): readonly TargetNote[] {
  return [
    ...(byConvention && edge === null ? (['inclusive-by-convention'] as const) : []),
    ...(edge === 'excluded' ? (['end-excluded'] as const) : []),
    ...(approximate ? (['approximate'] as const) : []),
  ]
}

function strict(operator: Operator): Operator {
  if (operator === 'ge') return 'gt'
  return operator === 'le' ? 'lt' : operator
}
