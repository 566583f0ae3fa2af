import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { shiftRows, showShifts } from './shift-store.ts'

type Before = { readonly planId: string; readonly dueAt: Temporal.Instant }

/** The shift of the same plan that begins when this one ends, or the first one after it. */
export async function findNextShift(
  reader: Reader,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  { planId, dueAt }: Before,
) {
  const row = await shiftRows(reader, actor, now)
    .where('one.planId', '=', planId)
    .where('one.opensAt', '>=', dueAt)
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const [shift] = await showShifts(reader, { actor, now }, [row])
  return shift
}
