export type Bounds = {
  readonly opensAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** Until then it may still be done late. */
  readonly closesAt: Temporal.Instant
}

/** What the clock says of a planned one. */
export function phaseOf({ opensAt, dueAt }: Bounds, now: Temporal.Instant): 'ahead' | 'due' | 'overdue' {
  if (Temporal.Instant.compare(now, opensAt) < 0) return 'ahead'
  return Temporal.Instant.compare(now, dueAt) < 0 ? 'due' : 'overdue'
}
