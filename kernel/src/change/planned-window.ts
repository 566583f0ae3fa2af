import type { ChangeResult } from './change-life.ts'

/** What decides whether the window of a change is planned downtime. Moments are instants as texts. */
export type WindowFacts = {
  readonly from: string
  readonly approvedAt: string | null
  readonly announcedAt: string | null
  readonly result: ChangeResult | null
}

/**
 * A window is planned downtime only when it was approved, and those it hits were told, before it began (operations.md
 * rows 39 and 27: the approved window is the one list). A change that was not carried out used no window.
 */
export type WindowStanding = 'planned' | 'not-approved' | 'not-announced' | 'too-late' | 'unused'

export function windowStanding({ from, approvedAt, announcedAt, result }: WindowFacts): WindowStanding {
  if (approvedAt === null) return 'not-approved'
  if (result === 'not-carried-out') return 'unused'
  if (announcedAt === null) return 'not-announced'
  const begins = Date.parse(from)
  return Date.parse(approvedAt) < begins && Date.parse(announcedAt) < begins ? 'planned' : 'too-late'
}
