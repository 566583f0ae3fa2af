import { compare, type Decimal, decimal, divide, isNegative, isZero, multiply, normalize, sum } from '../decimal.ts'
import { type CalendarDay, daysIncluding, writeDay } from '../lint/calendar-day.ts'
import type { RulePack } from '../rule-pack.ts'
import { HUNDRED, TWO_PLACES } from '../scoring/points.ts'

type RevisionRules = NonNullable<RulePack['revision']>
export type ProgressMeasure = RevisionRules['progress']['measure']

/** How far a project is, as a fraction that nobody has rounded. */
export type Progress =
  | { readonly kind: 'known'; readonly done: Decimal; readonly whole: Decimal }
  | { readonly kind: 'unknown' }

/** What progress is measured from; a part that is not known is null. */
export type ProgressFacts = {
  readonly start: CalendarDay | null
  readonly end: CalendarDay | null
  readonly today: CalendarDay
  /** In one money unit. */
  readonly executed: Decimal | null
  readonly budget: Decimal | null
  readonly milestones: readonly { readonly weight: Decimal; readonly reached: boolean }[]
}

/** What a progress was divided from: days, yuan or weights. */
export type Measured = { readonly done: Decimal; readonly whole: Decimal }

/** What remains possible when the gate is closed (rules.md §3.4). */
type Remaining = 'budget-decision' | 'explained-deviation'

export type Gate =
  | {
      readonly kind: 'open'
      readonly progress: Decimal
      readonly of: Measured
      readonly limit: Decimal
      readonly lastDay: string | null
    }
  /** The place has no revision of its own: an approved goal changes by the budget procedure only. */
  | { readonly kind: 'closed'; readonly reason: 'budget-procedure-only'; readonly remains: readonly Remaining[] }
  | {
      readonly kind: 'closed'
      readonly reason: 'already-revised' | 'revision-pending'
      readonly times: number
      readonly remains: readonly Remaining[]
    }
  | {
      readonly kind: 'closed'
      readonly reason: 'progress-unknown'
      readonly measure: ProgressMeasure
      readonly remains: readonly Remaining[]
    }
  | {
      readonly kind: 'closed'
      readonly reason: 'past-limit'
      /** Percent, two decimals. */
      readonly progress: Decimal
      readonly of: Measured
      readonly limit: Decimal
      readonly lastDay: string | null
      readonly remains: readonly Remaining[]
    }

const REMAINS: readonly Remaining[] = ['budget-decision', 'explained-deviation']

/** rules.md §3.4: elapsed ÷ planned days, executed ÷ budget, or the weight of the milestones reached. */
function progressOf(measure: ProgressMeasure, facts: ProgressFacts): Progress {
  switch (measure) {
    case 'elapsed-days':
      return byDays(facts)
    case 'executed':
      return fraction(facts.executed, facts.budget)
    case 'milestones': {
      const reached = facts.milestones.filter((milestone) => milestone.reached)
      return fraction(sum(reached.map(({ weight }) => weight)), sum(facts.milestones.map(({ weight }) => weight)))
    }
  }
}

/** Whether the promise may still be revised, by the rules of its place; `revisions` counts those approved before. */
export function revisionGate(
  rules: RulePack['revision'],
  given: { readonly facts: ProgressFacts; readonly revisions: number; readonly pending: boolean },
): Gate {
  if (given.pending) return { kind: 'closed', reason: 'revision-pending', times: given.revisions, remains: [] }
  if (rules === null) return { kind: 'closed', reason: 'budget-procedure-only', remains: REMAINS }
  if (given.revisions >= rules.times) {
    return { kind: 'closed', reason: 'already-revised', times: rules.times, remains: REMAINS }
  }
  const { measure } = rules.progress
  const progress = progressOf(measure, given.facts)
  if (progress.kind === 'unknown') return { kind: 'closed', reason: 'progress-unknown', measure, remains: REMAINS }
  const limit = rules.beforeProgressPercent
  const percent = divide(multiply(progress.done, HUNDRED), progress.whole, TWO_PLACES)
  const of = { done: normalize(progress.done), whole: normalize(progress.whole) }
  const lastDay = measure === 'elapsed-days' ? lastFilingDay(given.facts, limit) : null
  // Compared multiplied out: 49.996 % prints as 50.00 and is still before the limit.
  const before = compare(multiply(progress.done, HUNDRED), multiply(limit, progress.whole)) < 0
  return before
    ? { kind: 'open', progress: percent, of, limit, lastDay }
    : { kind: 'closed', reason: 'past-limit', progress: percent, of, limit, lastDay, remains: REMAINS }
}

function byDays({ start, end, today }: ProgressFacts): Progress {
  if (start === null || end === null) return { kind: 'unknown' }
  const planned = daysIncluding(start, end)
  if (planned <= 0) return { kind: 'unknown' }
  const elapsed = Math.min(Math.max(daysIncluding(start, today), 0), planned)
  return { kind: 'known', done: decimal(elapsed), whole: decimal(planned) }
}

function fraction(done: Decimal | null, whole: Decimal | null): Progress {
  if (done === null || whole === null || isZero(whole) || isNegative(whole) || isNegative(done)) {
    return { kind: 'unknown' }
  }
  return { kind: 'known', done, whole }
}

/** The last day on which elapsed ÷ planned is below the limit; null when there is none. */
function lastFilingDay({ start, end }: ProgressFacts, limit: Decimal): string | null {
  if (start === null || end === null) return null
  const planned = daysIncluding(start, end)
  const edge = divide(multiply(limit, decimal(planned)), HUNDRED, { scale: 0, rounding: 'up' })
  const days = Number(edge) - 1
  return days < 1 ? null : writeDay(dayAfter(start, days - 1))
}

/** Day by day: a project lasts years at most, and no calendar is needed beside the months. */
function dayAfter(start: CalendarDay, days: number): CalendarDay {
  let at = start
  for (let left = days; left > 0; left -= 1) at = nextDay(at)
  return at
}

function nextDay({ year, month, day }: CalendarDay): CalendarDay {
  const tomorrow = { year, month, day: day + 1 }
  const nextMonth = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
  return daysIncluding(tomorrow, nextMonth) > 1 ? tomorrow : nextMonth
}
