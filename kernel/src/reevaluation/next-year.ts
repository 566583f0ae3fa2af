import { compare, type Decimal } from '../decimal.ts'
import type { Effect, LifeRules } from '../life/life-rules.ts'
import type { GradeName } from '../scoring/grade.ts'
import { effectOf } from './apply-result.ts'

/** What earlier years left behind for a declaration. */
export type Behind = {
  /** The grade of the newest result before the declared year; null while there is none. */
  readonly grade: GradeName | null
  /** Notices to correct of earlier years that nobody answered. */
  readonly open: number
  /** In 元; null where the form does not say. */
  readonly money: { readonly now: Decimal | null; readonly last: Decimal | null }
}

export type ConsequenceNote =
  | { readonly code: 'correct-first'; readonly count: number }
  | { readonly code: 'not-cut'; readonly now: Decimal; readonly last: Decimal }
  | { readonly code: 'improve-first' }

export type Consequence = { readonly effect: Effect | null; readonly notes: readonly ConsequenceNote[] }

/** What the results of earlier years mean for the declaration of a later one. rules.md §3.9. */
export function consequenceOf({ grade, open, money }: Behind, application: LifeRules['application']): Consequence {
  const byGrade = effectOf(grade, 'none', application)
  const effect = effectOf(grade, open > 0 ? 'unanswered' : 'none', application)
  const held: ConsequenceNote[] = open > 0 ? [{ code: 'correct-first', count: open }] : []
  return { effect, notes: [...held, ...noteOf(byGrade, money)] }
}

function noteOf(effect: Effect | null, { now, last }: Behind['money']): ConsequenceNote[] {
  if (effect === 'improve') return [{ code: 'improve-first' }]
  if (effect !== 'cut' || now === null || last === null || compare(now, last) < 0) return []
  return [{ code: 'not-cut', now, last }]
}
