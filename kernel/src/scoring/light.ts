import { compare, type Decimal, decimal, divide, isNegative, isZero, multiply } from '../decimal.ts'
import type { Light, Lights, RulePack } from '../rule-pack.ts'
import type { Operator } from '../target/target.ts'
import { HUNDRED, TWO_PLACES } from './points.ts'

type Measured = Extract<Lights, { kind: 'measured' }>
type TwoQuestions = Extract<Lights, { kind: 'two-questions' }>

export type Lit = {
  readonly light: Light
  /** The percentage the light was chosen by, two decimals; null where the rule compares and does not divide. */
  readonly value: Decimal | null
  /** Green, and one more breaks the promise: 全年≤1次 must warn at the first event, not in December. */
  readonly usedUp: boolean
}

/**
 * What should have been reached by the month: `cumulative` a twelfth of the year's target a month; `level` the whole
 * target at any time, for rates and coverage; or the plan's own figure for a purchase made at once.
 */
export type Course = 'cumulative' | 'level' | { readonly planned: Decimal }

export type Progress = {
  readonly operator: Operator
  /** The full year's target. */
  readonly target: Decimal
  readonly soFar: Decimal
  /** 1 to 12. */
  readonly month: number
  readonly course: Course
}

const TWELVE = decimal('12')
const WORST_FIRST: readonly Light[] = ['red', 'yellow', 'green', 'blue']

/** rules.md §3.5: (executed ÷ budget) ÷ (month ÷ 12) × 100; a budget of zero is a rate of zero. */
export function executionLight(
  { executed, budget, month }: { executed: Decimal; budget: Decimal | null; month: number },
  { execution }: Measured,
): Lit {
  const nothing = budget === null || isZero(budget) || isNegative(budget)
  const share = nothing
    ? { part: decimal('0'), whole: decimal('1') }
    : { part: multiply(multiply(executed, TWELVE), HUNDRED), whole: multiply(budget, decimal(month)) }
  const light = reaches(share, execution.greenFrom) ? 'green' : reaches(share, execution.yellowFrom) ? 'yellow' : 'red'
  return { light, value: percentOf(share), usedUp: false }
}

/** rules.md §3.5: positive by its course, negative against the whole year at once, zero by equality. */
export function indicatorLight(progress: Progress, lights: Measured): Lit {
  const { operator, target, soFar } = progress
  switch (operator) {
    case 'le':
      return compared(compare(soFar, target) <= 0, compare(soFar, target) === 0)
    case 'lt':
      return compared(compare(soFar, target) < 0)
    case 'ge':
    case 'gt':
    case 'eq':
      return isZero(target) ? zeroLight(progress) : positiveLight(progress, lights)
  }
}

/** The light of the band the unit names for a qualitative row; null for a band the pack does not know. */
export function qualityLight(band: string, { scoring }: RulePack): Light | null {
  return scoring.qualitative.bands.find(({ name }) => name.zh === band || name.en === band)?.light ?? null
}

/** The worst row wins; a project without a light has none. */
export function projectLight(rows: readonly Light[]): Light | null {
  return WORST_FIRST.find((light) => rows.includes(light)) ?? null
}

/** Hefei: is the spending on plan, is the goal on plan. */
export function answeredLight(answers: { spending: boolean; goal: boolean }, { cases }: TwoQuestions): Light | null {
  const fits = (asked: boolean | null, given: boolean): boolean => asked === null || asked === given
  return cases.find(({ spending, goal }) => fits(spending, answers.spending) && fits(goal, answers.goal))?.light ?? null
}

function zeroLight({ operator, target, soFar }: Progress): Lit {
  const order = compare(soFar, target)
  const kept = operator === 'eq' ? order === 0 : operator === 'ge' ? order >= 0 : order > 0
  return compared(kept)
}

function positiveLight({ target, soFar, month, course }: Progress, { positive }: Measured): Lit {
  const share = {
    part: course === 'cumulative' ? multiply(multiply(soFar, TWELVE), HUNDRED) : multiply(soFar, HUNDRED),
    whole: course === 'cumulative' ? multiply(target, decimal(month)) : course === 'level' ? target : course.planned,
  }
  if (isNegative(share.whole) || isZero(share.whole)) {
    return compared(reaches(share, HUNDRED))
  }
  const light = reaches(share, positive.blueFrom)
    ? 'blue'
    : reaches(share, positive.greenFrom)
      ? 'green'
      : reaches(share, positive.yellowFrom)
        ? 'yellow'
        : 'red'
  return { light, value: percentOf(share), usedUp: false }
}

function compared(kept: boolean, usedUp = false): Lit {
  return { light: kept ? 'green' : 'red', value: null, usedUp }
}

type Share = { readonly part: Decimal; readonly whole: Decimal }

/** Compared multiplied out, so that 59.999… stays below 60. */
function reaches({ part, whole }: Share, percent: Decimal): boolean {
  return compare(part, multiply(percent, whole)) >= 0
}

function percentOf({ part, whole }: Share): Decimal {
  return divide(part, whole, TWO_PLACES)
}
