import { compare, type Decimal, isNegative, isZero, negate, subtract, sum } from '../decimal.ts'
import type { Grades } from '../rule-pack.ts'
import { type GradeName, gradeOf } from '../scoring/grade.ts'
import { isPossibleScore } from '../scoring/score-quality.ts'

/** One row scored twice: by the unit and at re-evaluation. */
export type TwiceScored = {
  readonly weight: Decimal
  /** Null while the row has no score. */
  readonly self: Decimal | null
  /** Null leaves the unit's own. */
  readonly again: Decimal | null
  readonly reason: string
}

export type Difference = {
  /** again − self; null where one is missing. */
  readonly difference: Decimal | null
  readonly problem: 'score-impossible' | 'reason-missing' | null
}

export type DifferenceReport = {
  readonly rows: readonly Difference[]
  readonly selfTotal: Decimal
  readonly total: Decimal
  readonly difference: Decimal
  readonly selfGrade: GradeName | null
  readonly grade: GradeName | null
  /** Positions of the rows that moved the total most, most first. */
  readonly largest: readonly number[]
}

const MOST_NAMED = 5

/** 复核: the re-score beside the self-score. A score that differs wants a reason (rules.md §5). */
export function compareScores(rows: readonly TwiceScored[], grades: Grades): DifferenceReport {
  const differences = rows.map(differenceOf)
  const selfTotal = sum(rows.flatMap(({ self }) => self ?? []))
  const total = sum(rows.flatMap(({ self, again }) => again ?? self ?? []))
  const moved = differences.flatMap(({ difference }, index) =>
    difference === null || isZero(difference) ? [] : [{ index, size: size(difference) }],
  )
  return {
    rows: differences,
    selfTotal,
    total,
    difference: subtract(total, selfTotal),
    selfGrade: gradeOf(selfTotal, grades),
    grade: gradeOf(total, grades),
    largest: moved
      .toSorted((a, b) => compare(b.size, a.size) || a.index - b.index)
      .slice(0, MOST_NAMED)
      .map(({ index }) => index),
  }
}

function differenceOf({ weight, self, again, reason }: TwiceScored): Difference {
  if (again === null) return { difference: null, problem: null }
  if (!isPossibleScore(again, weight)) return { difference: null, problem: 'score-impossible' }
  const differs = self === null || compare(self, again) !== 0
  const problem = differs && reason.trim() === '' ? 'reason-missing' : null
  return { difference: self === null ? null : subtract(again, self), problem }
}

function size(difference: Decimal): Decimal {
  return isNegative(difference) ? negate(difference) : difference
}
