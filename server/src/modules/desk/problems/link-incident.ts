import type { TicketId } from '@shiji/contract/desk'
import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findTicketRow } from '../tickets/ticket-rows.ts'
import { lockProblem, saveLink } from './problem-store.ts'

export async function linkIncident(context: Context, { id, ticketId }: { id: ProblemId; ticketId: TicketId }) {
  requirePermission(context, 'desk.work')
  return inTransaction(context.db, async (tx) => {
    const problem = (await lockProblem(tx, context.actor, id)) ?? refuse('not-found')
    if (problem.state === 'closed') refuse('problem-closed')
    await findIncident(tx, context, ticketId)

    await link(tx, context, { problemId: id, ticketId })
    return {}
  })
}

/** A ticket that is an incident; a request has no problem behind it. */
export async function findIncident(tx: Tx, { actor }: PersonContext, ticketId: TicketId) {
  const ticket = (await findTicketRow(tx, actor, ticketId)) ?? refuse('not-found')
  return ticket.kind === 'incident' ? ticket : refuse('incidents-only')
}

type Linked = { readonly problemId: ProblemId; readonly ticketId: TicketId }

export async function link(tx: Tx, context: PersonContext, { problemId, ticketId }: Linked): Promise<void> {
  const { now, actor } = context
  const isFirst = await saveLink(tx, { ticketId, problemId, linkedAt: now, linkedBy: actor.personId })
  if (!isFirst) refuse('problem-taken')
  await recordInLedger(tx, context, { did: 'desk.incident-linked', problemId, ticketId })
}
