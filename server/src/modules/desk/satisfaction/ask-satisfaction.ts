import { randomBytes } from 'node:crypto'
import type { TicketId } from '@shiji/contract/desk'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Reader } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { isOfVendor, STAFF } from '../surveys/barred.ts'
import { findTicketRow } from '../tickets/ticket-rows.ts'
import { findQuestionOf, saveQuestion } from './satisfaction-store.ts'

const VALID_FOR = Temporal.Duration.from({ hours: 14 * 24 })

/** The link is shown once; whoever has it may answer, so it goes to the caller and to nobody else. */
export async function askSatisfaction(context: Context, { id }: { id: TicketId }) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  const code = randomBytes(18).toString('base64url')

  return inTransaction(context.db, async (tx) => {
    const ticket = (await findTicketRow(tx, actor, id)) ?? refuse('not-found')
    if (ticket.state !== 'resolved' && ticket.state !== 'closed') refuse('not-settled')
    if (ticket.callerId !== null && (await isStaff(tx, ticket.callerId, ticket.teamId))) refuse('staff-not-asked')
    if ((await findQuestionOf(tx, id))?.answeredAt != null) refuse('answered-already')

    const question = { ticketId: id, askedAt: now, askedBy: actor.personId, expiresAt: now.add(VALID_FOR) }
    await saveQuestion(tx, { ...question, code })
    await recordInLedger(tx, context, { did: 'desk.satisfaction-asked', ticketId: id })
    return { path: `/api/desk/satisfaction/${code}` }
  })
}

/** Whoever works at a desk, for the team that served or for a vendor is no judge of it. */
async function isStaff(reader: Reader, personId: string, teamId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('directoryPerson as person')
    .leftJoin('directoryRole as role', (join) =>
      join.onRef('role.personId', '=', 'person.id').on('role.role', 'in', [...STAFF]),
    )
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select(['person.unitId', 'role.role', isOfVendor.as('isOfVendor')])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row !== undefined && (row.unitId === teamId || row.role !== null || row.isOfVendor)
}
