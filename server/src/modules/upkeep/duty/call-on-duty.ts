import { type LoggedTicket, offerTicket } from '#modules/desk'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { findOnDuty } from './find-on-duty.ts'

/** A call is offered to whoever has the duty of its team now, but for the one who logged it. */
export async function callOnDuty(tx: Tx, context: Context, ticket: LoggedTicket): Promise<void> {
  const people = await findOnDuty(tx, { unitId: ticket.teamId, at: context.now })
  const others = people.filter((personId) => personId !== ticket.by)
  if (others.length > 0) await offerTicket(tx, context, { ticket, people: others })
}
