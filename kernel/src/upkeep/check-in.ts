import { fail, ok, type Result } from '../result.ts'

/** Whoever comes earlier than this is not on this shift yet. */
export const EARLY_MINUTES = 60

/** A colleague of the shift before may still be there when it is over. */
export function judgeCheckIn(
  { opensAt, dueAt }: { readonly opensAt: Temporal.Instant; readonly dueAt: Temporal.Instant },
  now: Temporal.Instant,
): Result<'in-time' | 'late', 'too-early' | 'over'> {
  const { compare } = Temporal.Instant
  if (compare(now, opensAt.subtract({ minutes: EARLY_MINUTES })) < 0) return fail('too-early')
  if (compare(now, dueAt) >= 0) return fail('over')
  return ok(compare(now, opensAt) <= 0 ? 'in-time' : 'late')
}
