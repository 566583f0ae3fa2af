import { compare, isNegative, isZero } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { Operator, Target } from '../target/target.ts'
import type { Actual } from './actual.ts'
import { withoutOverAchievement } from './over-achievement.ts'
import { fractionSteps, HUNDRED, ONE, type Points, pointsOf } from './points.ts'
import { type Judged, note, notScored, type Row, type RowNote, scored } from './row.ts'
import { type Bound, keepsBound, scoreAllOrNothing, scoreBound, withUnit } from './score-bound.ts'
import { scoreRange } from './score-range.ts'
import { step } from './trace.ts'
import { inOneUnit } from './units.ts'

type NumberTarget = Extract<Target, { kind: 'number' }>
type RangeTarget = Extract<Target, { kind: 'range' }>

/** A bound that must be kept in full, and how far the actual went. */
export function judgeNumber(row: Row, target: NumberTarget, pack: RulePack): Judged {
  const { actual } = row
  if (actual.kind !== 'number') return unreadable(row)
  const measured = inOneUnit(actual, [target.value], target.unit)
  if (!measured.ok) return notScored('unit-differs', measured.problem)
  const { actual: reached, bounds, unit } = measured.value
  const bound = { operator: target.operator, target: bounds[0] ?? ONE, actual: reached, weight: row.weight, unit }
  const banded = scoreSatisfaction(row, bound, pack)
  if (banded !== null) return scored(banded, plainNotes(row, actual, bound))
  return judgeBound(row, bound, pack)
}

export function judgeBound(row: Row, bound: Bound, pack: RulePack): Judged {
  const points = scoreBound(bound, pack.scoring)
  const over = withoutOverAchievement(points, bound, pack.overAchievement)
  const unexplained = over.needsReason && row.reason === null
  const notes = unexplained ? [note('over-achievement-needs-reason', 'reason', over.said)] : []
  return scored(over.points, [...notes, ...plainNotes(row, row.actual, bound)])
}

export function judgeRange(row: Row, target: RangeTarget, pack: RulePack): Judged {
  if (row.actual.kind !== 'number') return unreadable(row)
  const measured = inOneUnit(row.actual, [target.value, target.upper], target.unit)
  if (!measured.ok) return notScored('unit-differs', measured.problem)
  const { actual, bounds, unit } = measured.value
  const [lower = ONE, upper = ONE] = bounds
  return scored(scoreRange({ lower, upper, actual, weight: row.weight, unit }, pack.scoring))
}

export function unreadable(row: Row): Judged {
  return notScored('actual-unreadable', step('actual-unreadable', { actual: row.actualText, target: row.targetText }))
}

/** Counts and coverage: by ratio like any bound, or kept or not as the pack says. */
export function judgeCounted(
  row: Row,
  bound: Bound,
  counted: { pack: RulePack; kind: 'frequency' | 'coverage' },
): Judged {
  const { pack, kind } = counted
  if (pack.scoring[kind].method === 'proportional') return judgeBound(row, bound, pack)
  return scored(scoreAllOrNothing(bound, positive(bound.operator) ? 'R-POS' : 'R-NEG-LIN'))
}

function positive(operator: Operator): boolean {
  return operator !== 'le' && operator !== 'lt'
}

/** rules.md §3.6 R-SAT-BAND: by the satisfaction itself, not by its ratio to the target. */
function scoreSatisfaction(row: Row, bound: Bound, pack: RulePack): Points | null {
  const { satisfaction } = pack.scoring
  if (satisfaction.method !== 'bands' || bound.unit !== '%' || !positive(bound.operator)) return null
  if (!satisfaction.marks.some((mark) => row.name.includes(mark))) return null
  const band = satisfaction.bands.find(({ from }) => compare(bound.actual, from) >= 0) ?? satisfaction.bands.at(-1)
  if (band === undefined) return null
  const fraction = { weight: row.weight, numerator: band.share, denominator: ONE }
  const said = { actual: withUnit(bound.actual, '%'), from: `${band.from}%`, share: band.share }
  return { score: pointsOf(fraction), rule: 'R-SAT-BAND', steps: fractionSteps('share-band', said, fraction) }
}

function plainNotes(row: Row, actual: Actual, bound: Bound): RowNote[] {
  const { operator, target, actual: reached, unit } = bound
  const percent = unit === '%' && actual.kind === 'number' && (isNegative(reached) || compare(reached, HUNDRED) > 0)
  const onTheEdge = compare(reached, target) === 0 && !keepsBound(bound) && !isZero(target)
  const promisesNothing = (operator === 'ge' || operator === 'gt') && (isZero(target) || isNegative(target))
  return [
    ...(percent ? [note('actual-outside-percent', 'actual', { actual: row.actualText })] : []),
    ...(onTheEdge
      ? [note('strict-bound-met-exactly', 'score', { actual: row.actualText, target: row.targetText })]
      : []),
    ...(promisesNothing ? [note('target-promises-nothing', 'target', { target: row.targetText })] : []),
  ]
}
