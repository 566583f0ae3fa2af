import type { ChangeId } from '@shiji/contract/desk-changes'
import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { selectChanges } from '../changes/change-store.ts'
import { lockProblem } from './problem-store.ts'

type Closing = { readonly id: ProblemId; readonly changeId: ChangeId | null; readonly closing: string }

export async function closeProblem(context: Context, { id, changeId, closing }: Closing) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const problem = (await lockProblem(tx, actor, id)) ?? refuse('not-found')
    if (problem.state === 'closed') refuse('problem-closed')
    if (problem.state === 'open') refuse('cause-not-known')
    if (changeId !== null) await requireDone(tx, context, changeId)

    const closed = { changeId, closing, closedAt: now, closedBy: actor.personId }
    await tx
      .updateTable('deskProblem')
      .set({ ...closed, state: 'closed' })
      .where('id', '=', id)
      .execute()
    await recordInLedger(tx, context, { did: 'desk.problem-closed', problemId: id, changeId, closing })
    return {}
  })
}

/** A change that was backed out or never carried out has ended nothing. */
async function requireDone(tx: Tx, { actor }: PersonContext, changeId: ChangeId): Promise<void> {
  const change = await selectChanges(tx, actor).where('change.id', '=', changeId).executeTakeFirst()
  if (change === undefined) refuse('not-found')
  if (change.result !== 'succeeded' && change.result !== 'partly') refuse('change-not-done', { number: change.number })
}
