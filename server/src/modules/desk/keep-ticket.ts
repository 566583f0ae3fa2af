import type { TicketId } from '@shiji/contract/desk'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { saveClocks } from './clock-store.ts'
import { keepFact } from './fact-store.ts'
import { tellMeasures, tellOfTicket } from './tell-of-ticket.ts'

type Kept = { readonly ticketId: TicketId; readonly clocks: readonly KeptClock[]; readonly throughEvent: number }

/** What follows from every change of a ticket: its clocks, what measures know of it, and who hears of it. */
export async function keepTicket(tx: Tx, context: Context, { ticketId, clocks, throughEvent }: Kept): Promise<void> {
  await saveClocks(tx, clocks, { ticketId, throughEvent })
  await keepFact(tx, clocks, { ticketId, now: context.now })
  await tellMeasures(tx, context, ticketId)
  await tellOfTicket(tx, context, { ticketId, clocks })
}
