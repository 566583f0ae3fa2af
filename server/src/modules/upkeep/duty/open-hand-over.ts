import type { OccurrenceId } from '@shiji/contract/upkeep'
import { listOpenTickets } from '#modules/desk'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findNextShift } from './next-shift.ts'
import { findShift } from './shift-store.ts'

const SIGNED_WITHIN_HOURS = 24

export async function openHandOver(context: Context, { id }: { id: OccurrenceId }) {
  requirePermission(context, 'upkeep.read')
  const { actor, now, db } = context
  return read(db, async (reader) => {
    const shift = (await findShift(reader, { actor, now }, id)) ?? refuse('not-found')
    const { planId, handOver, unit } = shift
    const [opensAt, due] = [Temporal.Instant.from(shift.opensAt), Temporal.Instant.from(shift.dueAt)]
    const next = await findNextShift(reader, { actor, now }, { planId, dueAt: due })
    if (handOver !== null) return { shift, next: next ?? null, open: handOver.tickets }
    // What is open now belongs to no shift of another day.
    const isNow = Temporal.Instant.compare(opensAt, now) <= 0 && now.since(due).total('hours') < SIGNED_WITHIN_HOURS
    return { shift, next: next ?? null, open: isNow ? await listOpenTickets(reader, unit.id) : null }
  })
}
