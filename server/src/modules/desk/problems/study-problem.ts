import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { stateOfCause } from '@shiji/kernel/problem/problem-life'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockProblem } from './problem-store.ts'

type Study = { readonly id: ProblemId; readonly cause: string; readonly workaround: string }

export async function studyProblem(context: Context, { id, cause, workaround }: Study) {
  requirePermission(context, 'desk.work')
  return inTransaction(context.db, async (tx) => {
    const problem = (await lockProblem(tx, context.actor, id)) ?? refuse('not-found')
    if (problem.state === 'closed') refuse('problem-closed')

    const after = { cause, workaround, state: stateOfCause(cause) }
    await tx.updateTable('deskProblem').set(after).where('id', '=', id).execute()
    const before = { cause: problem.cause, workaround: problem.workaround, state: problem.state }
    await recordInLedger(tx, context, { did: 'desk.problem-studied', problemId: id, before, after })
    return {}
  })
}
