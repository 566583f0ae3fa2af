import { TicketId } from '@shiji/contract/desk'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import { versionAt } from '#modules/calendar'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { listClocks, listTicketsBehind } from './clock-store.ts'
import { computeClocks } from './compute-clocks.ts'
import { DESK_RULES } from './desk-rules.ts'
import { listLifeEvents } from './event-store.ts'
import { keepTicket } from './keep-ticket.ts'
import { lockAnyTicket } from './ticket-store.ts'

const AT_ONCE = 500

/** After a change of the calendar the clocks that run are computed anew; those that stopped keep theirs. */
export async function followCalendar(context: Context): Promise<void> {
  const { db, now } = context
  const behind = await read(db, async (reader) => listTicketsBehind(reader, await versionAt(reader, now), AT_ONCE))
  for (const id of behind) await followOne(context, id)
}

async function followOne(context: Context, id: string): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const ticket = await lockAnyTicket(tx, id)
    const events = await listLifeEvents(tx, id)
    const kept = await listClocks(tx, id)
    const rules = clockRulesOf(DESK_RULES, ticket)
    const clocks = await computeClocks(tx, { unitId: ticket.unitId, events, kept, rules, now: context.now })
    await keepTicket(tx, context, { ticketId: TicketId.parse(id), clocks, throughEvent: ticket.lastEvent })
  })
}
