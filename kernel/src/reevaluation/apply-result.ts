import type { Effect, LifeRules } from '../life/life-rules.ts'
import type { GradeName } from '../scoring/grade.ts'

/** How a rectification asked for stands. */
export type Rectification = 'none' | 'answered' | 'unanswered'

/**
 * What a grade means for the next budget (rules.md §3.9); null for a grade the place says nothing about. Whoever leaves
 * a rectification unanswered is held, whatever the grade.
 */
export function effectOf(
  grade: GradeName | null,
  rectification: Rectification,
  { effects, withoutRectification }: LifeRules['application'],
): Effect | null {
  if (rectification === 'unanswered') return withoutRectification
  return effects.find((one) => one.grade === grade?.zh)?.effect ?? null
}
