import type { DeviceTime } from '@shiji/contract/desk'
import type { Strokes, WorkOrderId } from '@shiji/contract/desk-work'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
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
  readonly time?: z.output<typeof DeviceTime> | undefined
}

/** Who received the work signs what stands there, and it stands from then on. */
export async function signWork(context: Context, { id, version, signer, strokes, time }: Input) {
  requirePermission(context, 'desk.work')
  const { actor, now, language } = context
  return inTransaction(context.db, async (tx) => {
    const order = (await lockOrder(tx, actor, id)) ?? refuse('not-found')
    if (order.signer !== null) refuse('work-signed')
    if (order.version !== version) refuse('changed-meanwhile')
    const problem = findSigningProblem(await listSteps(tx, id))
    if (problem !== null) refuseWork(problem, language)

    const { ticketId } = order
    const at = time === undefined ? now : Temporal.Instant.from(momentOf(time, now.toString()).at)
    await moveOrder(tx, id, { version: version + 1, signer, strokes, signedAt: at, signedWith: actor.personId })
    const signed = { ticketId, workOrderId: id, signer, strokes, at: at.toString() }
    await recordInLedger(tx, context, { did: 'desk.work-signed', ...signed })
    return showOrder(tx, actor, { id, ticketId })
  })
}
