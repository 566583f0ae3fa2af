import type { OccurrenceId } from '@shiji/contract/upkeep'
import { listOpenTickets } from '#modules/desk'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findNextShift } from './next-shift.ts'
import { findShift } from './shift-store.ts'

export async function openHandOver(context: Context, { id }: { id: OccurrenceId }) {
  requirePermission(context, 'upkeep.read')
  const { actor, now, db } = context
  return read(db, async (reader) => {
    const shift = (await findShift(reader, { actor, now }, id)) ?? refuse('not-found')
    const { planId, dueAt, handOver, unit } = shift
    const next = await findNextShift(reader, { actor, now }, { planId, dueAt: Temporal.Instant.from(dueAt) })
    const open = handOver === null ? await listOpenTickets(reader, unit.id) : handOver.tickets
    return { shift, next: next ?? null, open: [...open] }
  })
}
