import type { FormId } from '@shiji/contract/performance'
import { CommentId } from '@shiji/contract/review'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hasWorkedOn, lockDeclaration } from '../life/life-store.ts'
import { listComments, mayComment, saveComment } from './comment-store.ts'

type Input = { readonly id: FormId; readonly version: number; readonly place: string; readonly remark: string }

/** Pinned to a cell of the version looked at, by a reviewer or somebody whose desk the case came to; never on own work. */
export async function addComment(context: Context, { id, version, place, remark }: Input) {
  requirePermission(context, 'performance.read')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const declaration = (await lockDeclaration(tx, actor, id)) ?? refuse('not-found')
    if (await hasWorkedOn(tx, id, actor.personId)) refuse('own-work')
    if (!(await mayComment(tx, actor, id))) refuse('not-found')
    if (declaration.version !== version) refuse('changed-meanwhile')

    const commentId = CommentId.parse(context.newId())
    const comment = { id: commentId, formId: id, place, version, remark, madeAt: now, madeBy: actor.personId }
    await saveComment(tx, comment)
    await recordInLedger(tx, context, {
      did: 'performance.comment-made',
      formId: id,
      commentId,
      place,
      version,
      remark,
    })
    const saved = (await listComments(tx, id)).find((one) => one.id === commentId)
    return saved ?? refuse('not-found')
  })
}
