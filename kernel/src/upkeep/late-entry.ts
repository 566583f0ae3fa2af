/** Entered later than this after it happened, a record is 补录 (rules.md §4.8). */
const LATE_ENTRY_HOURS = 24

export type Done = { readonly at: Temporal.Instant; readonly enteredAt: Temporal.Instant }

export function isLateEntry({ at, enteredAt }: Done): boolean {
  return enteredAt.since(at).total('hours') > LATE_ENTRY_HOURS
}
