import type { TicketId } from '@shiji/contract/desk'
import { type KeptClock, nextReminder } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { emit, enqueue } from '#platform/jobs/job'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { remindJob, ticketChanged } from './desk-events.ts'
import { DESK_MEASURES } from './desk-measures.ts'
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

/** Every figure of tickets counts a ticket on the day it was reported, for its unit and for the team that serves it. */
export async function tellMeasures(tx: Tx, context: Context, ticketId: string): Promise<void> {
  const { unitId, teamId, reportedAt } = await tx
    .selectFrom('deskTicket')
    .select(['unitId', 'teamId', 'reportedAt'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const measures = DESK_MEASURES.map(({ key }) => key)
  const days = [officeDay(reportedAt).toString()]
  for (const unit of new Set([unitId, teamId]))
    await tell(tx, context, MEASURE_CHANGED, { measures, unitId: unit, projectId: null, days })
}
