import { z } from 'zod'
import { compare, type Decimal, decimal, divide, multiply } from '../decimal.ts'
import { NonNegativeDecimal } from '../decimal-schema.ts'
import type { Course } from '../scoring/light.ts'
import type { Stage, Target } from '../target/target.ts'

/**
 * How a promise is meant to be kept in the course of its year. rules.md §3.5: a twelfth a month is wrong for purchases
 * made at once, for rates, for coverage and for caps per year, so every indicator has a curve of its own.
 */
export const PlanCurve = z.discriminatedUnion('kind', [
  /** A twelfth of the target a month. */
  z.strictObject({ kind: z.literal('even') }),
  /** The whole target at any time: rates, coverage. */
  z.strictObject({ kind: z.literal('level') }),
  /** What may not be exceeded in the whole year: the first event counts, not December's. */
  z.strictObject({ kind: z.literal('cap') }),
  /** Nothing is due before this month ends, all of it from then on. */
  z.strictObject({ kind: z.literal('once'), month: z.int().min(1).max(12) }),
  /** What should stand at the end of each month, January first. */
  z
    .strictObject({ kind: z.literal('monthly'), planned: z.array(NonNegativeDecimal).length(12) })
    .refine(
      ({ planned }) => planned.every((value, index) => index === 0 || compare(planned[index - 1] ?? value, value) <= 0),
      'a plan does not go back',
    ),
  /** Words are judged by the band the unit names. */
  z.strictObject({ kind: z.literal('words') }),
])

export type PlanCurve = z.infer<typeof PlanCurve>

const TWELVE = decimal('12')
const MONTH_OF = /^(?:\d{4}-)?(\d{2})/

/** The curve a target suggests; the unit may draw another one at declaration. */
export function suggestCurve(target: Target): PlanCurve {
  switch (target.kind) {
    case 'number':
      if (target.stages !== undefined) return stagedCurve(target.stages) ?? { kind: 'level' }
      if (target.operator === 'le' || target.operator === 'lt') return { kind: 'cap' }
      return { kind: target.unit === '%' ? 'level' : 'even' }
    case 'frequency':
      return target.operator === 'le' || target.operator === 'lt' ? { kind: 'cap' } : { kind: 'level' }
    case 'coverage':
    case 'range':
      return { kind: 'level' }
    case 'deadline':
      return { kind: 'once', month: monthOf(target.date) }
    case 'relative':
    case 'grade':
    case 'none':
    case 'several':
    case 'unreadable':
      return { kind: 'words' }
  }
}

/** 一季度≥20%，二季度≥45%: what the stages themselves say; null for stages that fall, for a plan does not go back. */
function stagedCurve(stages: readonly Stage[]): PlanCurve | null {
  const planned = Array.from({ length: 12 }, (_, month) => {
    const reached = stages.filter(({ by }) => monthOf(by) <= month + 1).at(-1)
    return reached?.value ?? decimal('0')
  })
  const curve = PlanCurve.safeParse({ kind: 'monthly', planned })
  return curve.success && stages.every(({ operator }) => operator !== 'le' && operator !== 'lt') ? curve.data : null
}

/** What should stand at the end of the month, of the year's target; null where nothing is due or it is a matter of words. */
export function plannedAt(curve: PlanCurve, target: Decimal, month: number): Decimal | null {
  switch (curve.kind) {
    case 'even':
      return divide(multiply(target, decimal(month)), TWELVE, { scale: 4, rounding: 'half-up' })
    case 'level':
    case 'cap':
      return target
    case 'once':
      return month >= curve.month ? target : null
    case 'monthly':
      return curve.planned[month - 1] ?? null
    case 'words':
      return null
  }
}

/** The same for the lights of a pack; null when nothing is due yet or words decide. */
export function courseAt(curve: PlanCurve, month: number): Course | null {
  switch (curve.kind) {
    case 'even':
      return 'cumulative'
    case 'level':
    case 'cap':
      return 'level'
    case 'once':
      return month >= curve.month ? 'level' : null
    case 'monthly': {
      const planned = curve.planned[month - 1]
      return planned === undefined ? null : { planned }
    }
    case 'words':
      return null
  }
}

/** `YYYY-MM-DD`, `MM-DD` and `MM` name their month; a deadline without a day ends with the year. */
function monthOf(date: string | null): number {
  const month = Number(MONTH_OF.exec(date ?? '')?.[1] ?? 12)
  return month >= 1 && month <= 12 ? month : 12
}
