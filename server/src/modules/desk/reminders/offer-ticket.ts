import { sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import type { LoggedTicket } from '../desk-events.ts'
import { saveNotices } from '../notices/notice-store.ts'

type Offered = { readonly ticket: LoggedTicket; readonly people: readonly string[] }

/** Whoever is on duty hears of a call at once, also on the channels that leave the house; it is theirs to accept. */
export async function offerTicket(tx: Tx, context: Context, { ticket, people }: Offered): Promise<void> {
  const { now, newId } = context
  const { ticketId, number, what } = ticket
  const notice = { ticketId, about: 'on-duty', clock: null, percent: null, sentAt: now } as const
  await saveNotices(
    tx,
    people.map((personId) => ({ ...notice, id: newId(), personId })),
  )
  const message = { code: 'ticket-on-duty', parameters: { number, subject: what } } as const
  await sendMessages(
    tx,
    context,
    people.map((personId) => ({ ...message, personId, subjectKind: 'ticket', subjectId: ticketId })),
  )
}
