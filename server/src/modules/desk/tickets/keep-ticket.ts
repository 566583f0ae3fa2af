import type { TicketId } from '@shiji/contract/desk'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { saveClocks } from '../clocks/clock-store.ts'
import { FACT_COLUMNS, type KnownTicket, keepFacts } from '../measures/fact-store.ts'
import { promiseReminders, tellMeasures } from '../reminders/tell-of-ticket.ts'

type Kept = { readonly ticketId: TicketId; readonly clocks: readonly KeptClock[]; readonly throughEvent: number }

/** What follows from every change of a ticket: its clocks, what measures know of it, and who hears of it. */
export async function keepTicket(tx: Tx, context: Context, { ticketId, clocks, throughEvent }: Kept): Promise<void> {
  const row = await tx
    .selectFrom('deskTicket')
    .select(FACT_COLUMNS)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  await keepTickets(tx, context, [{ ticket: { ...row, ticketId }, clocks, throughEvent }])
}

type KeptTicket = KnownTicket & { readonly throughEvent: number }

/** The same for a change of many. */
export async function keepTickets(tx: Tx, context: Context, kept: readonly KeptTicket[]): Promise<void> {
  const known = kept.map(({ ticket: { ticketId }, ...rest }) => ({ ...rest, ticketId }))
  const tickets = kept.map(({ ticket }) => ticket)
  saveClocks(tx, known)
  await Promise.all([
    keepFacts(tx, kept, context.now),
    promiseReminders(tx, context, known),
    tellMeasures(tx, context, tickets),
  ])
}
