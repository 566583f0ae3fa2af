import { type KeptClock, nextReminder } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { enqueueAll } from '#platform/jobs/job'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { remindJob } from '../desk-events.ts'
import { DESK_MEASURES } from '../measures/desk-measures.ts'
import { saveNotices } from '../notices/notice-store.ts'

type Timed = { readonly ticketId: string; readonly clocks: readonly KeptClock[] }

/** Promises the next reminder of the clocks of these tickets in place of the one promised before. */
export async function promiseReminders(tx: Tx, context: Context, tickets: readonly Timed[]): Promise<void> {
  const now = context.now.toString()
  const promised = tickets.flatMap(({ ticketId, clocks }) => {
    const next = nextReminder(clocks, now)
    if (next === null) return []
    const runAt = Temporal.Instant.from(next)
    return [{ job: remindJob, payload: { ticketId }, runAt, key: `desk remind ${ticketId}` }]
  })
  await enqueueAll(tx, context, promised)
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
export async function tellMeasures(tx: Tx, context: Context, tickets: readonly Counted[]): Promise<void> {
  const told = { measures: MEASURES, projectId: null }
  for (const of of Map.groupBy(tickets, ({ unitId, teamId }) => `${unitId} ${teamId}`).values()) {
    const days = of.map(({ reportedAt }) => officeDay(reportedAt).toString())
    for (const { unitId, teamId } of of.slice(0, 1))
      await tell(tx, context, MEASURE_CHANGED, { ...told, unitId, alsoOf: teamId, days })
  }
}

export async function tellMeasuresOf(tx: Tx, context: Context, ticketId: string): Promise<void> {
  const ticket = await tx
    .selectFrom('deskTicket')
    .select(['unitId', 'teamId', 'reportedAt'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  await tellMeasures(tx, context, [ticket])
}
