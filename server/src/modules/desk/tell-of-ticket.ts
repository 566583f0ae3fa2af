import type { TicketId } from '@shiji/contract/desk'
import { type KeptClock, nextReminder } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { emit, enqueue } from '#platform/jobs/job'
import { remindJob, ticketChanged } from './desk-events.ts'
import { saveNotices } from './notice-store.ts'

/** Says that the ticket changed, and promises the next reminder of its clocks in place of the one promised before. */
export async function tellOfTicket(
  tx: Tx,
  context: Context,
  { ticketId, clocks }: { ticketId: TicketId; clocks: readonly KeptClock[] },
): Promise<void> {
  await emit(tx, context, { event: ticketChanged, payload: { ticketId } })
  const next = nextReminder(clocks, context.now.toString())
  if (next === null) return
  const runAt = Temporal.Instant.from(next)
  await enqueue(tx, context, { job: remindJob, payload: { ticketId }, runAt, key: `desk remind ${ticketId}` })
}

/** Whoever is given a ticket hears of it. */
export async function tellAssigned(
  tx: Tx,
  { newId, now }: Context,
  { ticketId, personId }: { ticketId: string; personId: string },
): Promise<void> {
  const about = { about: 'assigned' as const, clock: null, percent: null, sentAt: now }
  await saveNotices(tx, [{ ...about, id: newId(), ticketId, personId }])
}
