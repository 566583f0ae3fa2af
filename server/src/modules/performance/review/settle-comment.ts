import type { CommentId } from '@shiji/contract/review'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockOpenComment, saveSettlement } from './comment-store.ts'

/** By the one who said it, or by those who fill in the form: nobody else knows that it is dealt with. */
export async function settleComment(context: Context, { id }: { id: CommentId }) {
  requirePermission(context, 'performance.read')
  await inTransaction(context.db, async (tx) => {
    const comment = (await lockOpenComment(tx, context.actor, id)) ?? refuse('not-found')
    if (!maySettle(context, comment.madeBy)) refuse('not-found')

    await saveSettlement(tx, id, { at: context.now, by: context.actor.personId })
    const { formId, place, remark } = comment
    await recordInLedger(tx, context, { did: 'performance.comment-settled', formId, commentId: id, place, remark })
  })
  return {}
}

function maySettle({ actor }: PersonContext, madeBy: string): boolean {
  return madeBy === actor.personId || actor.permissions.has('performance.write')
}
