import type { TicketId } from '@shiji/contract/desk'
import { ProblemId } from '@shiji/contract/desk-problem-id'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { nextRegisterNumber } from '../changes/change-store.ts'
import { findIncident, link } from './link-incident.ts'

export async function openProblem(context: Context, { title, ticketId }: { title: string; ticketId: TicketId }) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const { service } = await findIncident(tx, context, ticketId)

    const id = ProblemId.parse(context.newId())
    const year = officeDay(now).year
    const number = await nextRegisterNumber(tx, { register: 'problem', prefix: 'WT', year })
    const problem = { id, number, title, service, unitId: actor.unitId }
    const unknown = { cause: '', workaround: '', closing: '', state: 'open' }
    await tx
      .insertInto('deskProblem')
      .values({ ...problem, ...unknown, openedAt: now, openedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'desk.problem-opened', problemId: id, number, title })
    await link(tx, context, { problemId: id, ticketId })
    return { id }
  })
}
