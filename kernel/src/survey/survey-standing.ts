import { type Decimal, decimal, divide } from '../decimal.ts'
import { type Interval, wilson } from './wilson.ts'

/** What a survey is worth: nothing while it runs, nothing with too few answers, and otherwise its share with its interval. */
export type SurveyStanding =
  | { readonly kind: 'running' | 'withdrawn' }
  | { readonly kind: 'too-few'; readonly answered: number; readonly missing: number }
  | {
      readonly kind: 'valid'
      readonly answered: number
      readonly satisfied: number
      readonly share: Decimal
      readonly interval: Interval
    }

export type Survey = {
  readonly isClosed: boolean
  readonly isWithdrawn: boolean
  /** Fewer answers than this say nothing. */
  readonly minimum: number
  /** Answers by score, 1 … 5. */
  readonly scores: Readonly<Record<number, number>>
}

/** 满意 and 很满意 are satisfied. */
export const SATISFIED_FROM = 4

export function surveyStanding({ isClosed, isWithdrawn, minimum, scores }: Survey): SurveyStanding {
  if (isWithdrawn) return { kind: 'withdrawn' }
  if (!isClosed) return { kind: 'running' }
  const counts = Object.entries(scores).map(([score, count]) => ({ score: Number(score), count }))
  const answered = counts.reduce((sum, { count }) => sum + count, 0)
  if (answered < minimum) return { kind: 'too-few', answered, missing: minimum - answered }
  const satisfied = counts.reduce((sum, { score, count }) => (score >= SATISFIED_FROM ? sum + count : sum), 0)
  const interval = wilson(satisfied, answered)
  if (interval === null) return { kind: 'too-few', answered, missing: minimum }
  const share = divide(decimal(satisfied * 100), decimal(answered), { scale: 2, rounding: 'half-up' })
  return { kind: 'valid', answered, satisfied, share, interval }
}

/** 回收率: answered ÷ invited, in percent to two digits; null when nobody was invited. */
export function responseRate(answered: number, invited: number): Decimal | null {
  if (invited === 0) return null
  return divide(decimal(answered * 100), decimal(invited), { scale: 2, rounding: 'half-up' })
}
