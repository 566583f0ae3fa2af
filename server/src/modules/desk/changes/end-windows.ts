import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { enterDeed } from '../tickets/enter-deed.ts'
import { lockAnyTicket } from '../tickets/ticket-store.ts'
import { approvedWindows } from './approved-windows.ts'

const AT_ONCE = 200

/** A clock that stood still for a change runs on from the moment the window ended, whether or not anybody says so. */
export async function endWindows(context: Context): Promise<void> {
  const standing = await read(context.db, listStandingForChange)
  for (const { id, since } of standing) await endOne(context, id, since)
}

type Standing = { readonly id: string; readonly since: Temporal.Instant }

async function endOne(context: Context, id: string, since: Temporal.Instant): Promise<void> {
  const { now, newId } = context
  await inTransaction(context.db, async (tx) => {
    const ticket = await lockAnyTicket(tx, id)
    if (ticket.state !== 'paused') return
    const windows = await approvedWindows(tx, {
      unitId: ticket.unitId,
      services: [ticket.service],
      from: since,
      until: now.add({ seconds: 1 }),
    })
    // Windows that overlap or touch are one; a gap ends them, and one that was taken away since covered nothing.
    let covered = since
    for (const { from, until } of windows) {
      if (Temporal.Instant.compare(from, covered) > 0) break
      if (Temporal.Instant.compare(until, covered) > 0) covered = until
    }
    if (Temporal.Instant.compare(covered, now) > 0) return
    const deed = { kind: 'resume', note: windows.map(({ number }) => number).join('、') } as const
    const told = { at: covered.toString(), aheadSeconds: 0, device: null, enteredBy: null }
    await enterDeed(tx, context, { ticket, deed, deedId: newId(), change: {}, detail: { kind: 'deed', deed }, told })
  })
}

/** Tickets that stand paused for a change, and since when. */
async function listStandingForChange(reader: Reader): Promise<Standing[]> {
  return reader
    .selectFrom('deskTicket as ticket')
    .innerJoin('deskTicketEvent as pause', 'pause.ticketId', 'ticket.id')
    .select(['ticket.id', 'pause.at as since'])
    .where('ticket.state', '=', 'paused')
    .where('pause.kind', '=', 'paused')
    .where(sql<boolean>`pause.detail->'deed'->>'reason' = 'approved-change'`)
    .where(
      sql<boolean>`not exists (select 1 from desk_ticket_event later where later.ticket_id = ticket.id
        and later.kind in ('paused', 'resumed') and (later.at, later.number) > (pause.at, pause.number))`,
    )
    .orderBy('pause.at')
    .limit(AT_ONCE)
    .execute()
}
