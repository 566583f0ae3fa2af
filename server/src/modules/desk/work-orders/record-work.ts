import type { WorkOrderId } from '@shiji/contract/desk-work'
import { findWorkProblem } from '@shiji/kernel/work-order/work-record'
import { drawForWork } from '#modules/assets'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findPerson } from '../callers/find-caller.ts'
import { refuseWork } from './refuse-work.ts'
import { showOrder } from './show-order.ts'
import { lockOrder, moveOrder, saveLines, type WorkLines } from './work-store.ts'

type Input = WorkLines & { readonly id: WorkOrderId; readonly version: number }

export async function recordWork(context: Context, { id, version, ...lines }: Input) {
  requirePermission(context, 'desk.work')
  const { actor, now, language } = context
  return inTransaction(context.db, async (tx) => {
    const order = (await lockOrder(tx, actor, id)) ?? refuse('not-found')
    if (order.signer !== null) refuse('work-signed')
    if (order.version !== version) refuse('changed-meanwhile')
    const problem = findWorkProblem(lines, now.toString())
    if (problem !== null) refuseWork(problem, language)
    for (const { personId } of lines.spans) if ((await findPerson(tx, personId)) === undefined) refuse('not-found')

    const { ticketId } = order
    const wanted = lines.parts.flatMap(({ itemId, quantity }) => (itemId === null ? [] : [{ itemId, quantity }]))
    await drawForWork(tx, context, { workOrderId: id, ticketId, wanted })
    await saveLines(tx, id, lines)
    await moveOrder(tx, id, { version: version + 1 })
    await recordInLedger(tx, context, { did: 'desk.work-recorded', ticketId, workOrderId: id, after: lines })
    return showOrder(tx, actor, { id, ticketId })
  })
}
