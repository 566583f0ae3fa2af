import type { Strokes, WorkOrderId } from '@shiji/contract/desk-work'
import { findSigningProblem } from '@shiji/kernel/work-order/work-record'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseWork } from './refuse-work.ts'
import { showOrder } from './show-order.ts'
import { listSteps, lockOrder, moveOrder } from './work-store.ts'

type Input = {
  readonly id: WorkOrderId
  readonly version: number
  readonly signer: string
  readonly strokes: z.infer<typeof Strokes>
}

/** Who received the work signs what stands there, and it stands from then on. */
export async function signWork(context: Context, { id, version, signer, strokes }: Input) {
  requirePermission(context, 'desk.work')
  const { actor, now, language } = context
  return inTransaction(context.db, async (tx) => {
    const order = (await lockOrder(tx, actor, id)) ?? refuse('not-found')
    if (order.signer !== null) refuse('work-signed')
    if (order.version !== version) refuse('changed-meanwhile')
    const problem = findSigningProblem(await listSteps(tx, id))
    if (problem !== null) refuseWork(problem, language)

    const { ticketId } = order
    await moveOrder(tx, id, { version: version + 1, signer, strokes, signedAt: now, signedWith: actor.personId })
    await recordInLedger(tx, context, { did: 'desk.work-signed', ticketId, workOrderId: id, signer, strokes })
    return showOrder(tx, actor, { id, ticketId })
  })
}
