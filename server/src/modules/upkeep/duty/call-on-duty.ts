import { type LoggedTicket, offerTicket, type ReachedStep, remindDuty } from '#modules/desk'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { findOnDuty } from './find-on-duty.ts'

/** A call is offered to whoever has the duty of its team now, but for the one who logged it. */
export async function callOnDuty(tx: Tx, context: Context, ticket: LoggedTicket): Promise<void> {
  const people = await findOnDuty(tx, { unitId: ticket.teamId, at: context.now })
  const others = people.filter((personId) => personId !== ticket.by)
  if (others.length > 0) await offerTicket(tx, context, { ticket, people: others })
}

/** A step of the escalation reaches whoever has the duty of the team then, which need not be who had it at the call. */
export async function callOnStep(tx: Tx, context: Context, step: ReachedStep): Promise<void> {
  const people = await findOnDuty(tx, { unitId: step.teamId, at: context.now })
  if (people.length > 0) await remindDuty(tx, context, { step, people })
}
