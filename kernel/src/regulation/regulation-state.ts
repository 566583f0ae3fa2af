import type { RegulationState } from './regulation.ts'

/** Days of the office, `YYYY-MM-DD`; null is no end, no review and not repealed. */
type RegulationDays = {
  readonly validFrom: string
  readonly validUntil: string | null
  readonly nextReviewOn: string | null
  readonly repealedOn: string | null
}

/** So long before the day somebody has to begin. */
export const SOON_DAYS = 30

export function stateOfRegulation(days: RegulationDays, today: string): RegulationState {
  const { validFrom, validUntil, nextReviewOn, repealedOn } = days
  if (repealedOn !== null && repealedOn <= today) return 'repealed'
  if (validUntil !== null && validUntil < today) return 'lapsed'
  if (validFrom > today) return 'ahead'
  if (validUntil !== null && validUntil <= soonAfter(today)) return 'lapses-soon'
  return nextReviewOn !== null && nextReviewOn <= soonAfter(today) ? 'review-due' : 'in-force'
}

/** The next day somebody must be reminded of, once it is near; null while nothing is. */
export function reminderOf(days: RegulationDays, today: string): { on: string; about: 'lapse' | 'review' } | null {
  const state = stateOfRegulation(days, today)
  if (state === 'lapses-soon' && days.validUntil !== null) return { on: days.validUntil, about: 'lapse' }
  return state === 'review-due' && days.nextReviewOn !== null ? { on: days.nextReviewOn, about: 'review' } : null
}

function soonAfter(today: string): string {
  return Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString()
}
