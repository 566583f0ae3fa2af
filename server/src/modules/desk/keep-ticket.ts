import { TicketId } from '@shiji/contract/desk'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { saveClocks, saveFirstClocks } from './clock-store.ts'
import { type FactTicket, keepFact, saveFirstFact } from './fact-store.ts'
import { promiseReminder, tellMeasures } from './tell-of-ticket.ts'

type Kept = { readonly ticketId: TicketId; readonly clocks: readonly KeptClock[]; readonly throughEvent: number }

/** What follows from every change of a ticket: its clocks, what measures know of it, and who hears of it. */
export async function keepTicket(tx: Tx, context: Context, { ticketId, clocks, throughEvent }: Kept): Promise<void> {
  const [ticket] = await Promise.all([
    keepFact(tx, clocks, { ticketId, now: context.now }),
    saveClocks(tx, clocks, { ticketId, throughEvent }),
    promiseReminder(tx, context, { ticketId, clocks }),
  ])
  await tellMeasures(tx, context, ticket)
}

type New = { readonly ticket: FactTicket; readonly clocks: readonly KeptClock[] }

/** The same for a ticket just logged: nothing is there to be replaced. */
export async function keepNewTicket(tx: Tx, context: Context, { ticket, clocks }: New): Promise<void> {
  const ticketId = TicketId.parse(ticket.ticketId)
  await Promise.all([
    saveFirstClocks(tx, clocks, { ticketId, throughEvent: 0 }),
    saveFirstFact(tx, clocks, { ticket, now: context.now }),
    promiseReminder(tx, context, { ticketId, clocks }),
    tellMeasures(tx, context, ticket),
  ])
}
