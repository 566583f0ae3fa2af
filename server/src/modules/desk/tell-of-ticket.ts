import type { TicketId } from '@shiji/contract/desk'
import { type KeptClock, nextReminder } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { enqueue } from '#platform/jobs/job'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { remindJob } from './desk-events.ts'
import { DESK_MEASURES } from './desk-measures.ts'
import { saveNotices } from './notice-store.ts'

/** Promises the next reminder of the clocks of a ticket in place of the one promised before. */
export async function promiseReminder(
  tx: Tx,
  context: Context,
  { ticketId, clocks }: { ticketId: TicketId; clocks: readonly KeptClock[] },
): Promise<void> {
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

export type Counted = { readonly unitId: string; readonly teamId: string; readonly reportedAt: Temporal.Instant }

const MEASURES = DESK_MEASURES.map(({ key }) => key)

/** Every figure of tickets counts a ticket on the day it was reported, for its unit and for the team that serves it. */
export async function tellMeasures(tx: Tx, context: Context, { unitId, teamId, reportedAt }: Counted): Promise<void> {
  const days = [officeDay(reportedAt).toString()]
  await tell(tx, context, MEASURE_CHANGED, { measures: MEASURES, unitId, alsoOf: teamId, projectId: null, days })
}

export async function tellMeasuresOf(tx: Tx, context: Context, ticketId: string): Promise<void> {
  const ticket = await tx
    .selectFrom('deskTicket')
    .select(['unitId', 'teamId', 'reportedAt'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  await tellMeasures(tx, context, ticket)
}
