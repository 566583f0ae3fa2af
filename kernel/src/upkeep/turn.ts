import { z } from 'zod'
import type { Lifecycle } from '../lifecycle.ts'
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

export const SwapState = z.enum(['asked', 'agreed', 'declined', 'withdrawn'])
export type SwapState = z.infer<typeof SwapState>

/** 换班: one asks, the other agrees; until then nothing of the roster changes. */
export const SWAP: Lifecycle<SwapState> = {
  asked: ['agreed', 'declined', 'withdrawn'],
  agreed: [],
  declined: [],
  withdrawn: [],
}
