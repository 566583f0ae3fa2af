import { compare, type Decimal } from '../decimal.ts'
import type { Grades } from '../rule-pack.ts'

export type GradeName = Grades['steps'][number]['name']

/** Half-open steps from the top: exactly 90.00 is in the step from 90, 89.99 below it (rules.md §3.8). */
export function gradeOf(total: Decimal, { steps }: Grades): GradeName | null {
  return steps.find(({ from }) => compare(total, from) >= 0)?.name ?? null
}
