import type { ArticleId } from '@shiji/contract/desk-articles'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findLastVersion, lockArticle } from './article-store.ts'

/** Publishes the newest text; who wrote it cannot. */
export async function confirmArticle(context: Context, { id, version }: { id: ArticleId; version: number }) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const article = (await lockArticle(tx, actor, id)) ?? refuse('not-found')
    if (article.withdrawnAt !== null) refuse('article-withdrawn')
    const last = await findLastVersion(tx, id)
    if (last.version !== version) refuse('changed-meanwhile')
    if (last.confirmedAt !== null) refuse('article-no-draft')
    if (last.writtenBy === actor.personId) refuse('second-person-needed')

    await tx
      .updateTable('deskArticleVersion')
      .set({ confirmedBy: actor.personId, confirmedAt: now })
      .where('articleId', '=', id)
      .where('version', '=', version)
      .execute()
    await tx
      .updateTable('deskArticle')
      .set({ publishedVersion: version, validUntil: last.validUntil })
      .where('id', '=', id)
      .execute()
    await recordInLedger(tx, context, { did: 'desk.article-published', articleId: id, version })
    return {}
  })
}

export async function withdrawArticle(context: Context, { id, reason }: { id: ArticleId; reason: string }) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const article = (await lockArticle(tx, actor, id)) ?? refuse('not-found')
    if (article.withdrawnAt !== null) refuse('article-withdrawn')
    const gone = { withdrawnAt: now, withdrawnBy: actor.personId, withdrawnBecause: reason }
    await tx.updateTable('deskArticle').set(gone).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'desk.article-withdrawn', articleId: id, reason })
    return {}
  })
}
