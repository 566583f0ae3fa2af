import type { TicketId } from '@shiji/contract/desk'
import { ArticleId } from '@shiji/contract/desk-articles'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { isTicketVisible } from '../tickets/ticket-store.ts'
import { articlesSeenBy, countColumns } from './article-store.ts'

type Use = { readonly id: TicketId; readonly articleId: ArticleId; readonly helped: boolean | null }

export async function useArticle(context: Context, { id: ticketId, articleId, helped }: Use) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    if (!(await isTicketVisible(tx, actor, ticketId))) refuse('not-found')
    const article = await articlesSeenBy(tx, actor)
      .select('article.id')
      .where('article.id', '=', articleId)
      .where('article.publishedVersion', 'is not', null)
      .executeTakeFirst()
    if (article === undefined) refuse('not-found')

    const judged = helped === null ? { judgedAt: null, judgedBy: null } : { judgedAt: now, judgedBy: actor.personId }
    const verdict = { helped, ...judged }
    await tx
      .insertInto('deskArticleUse')
      .values({ articleId, ticketId, usedAt: now, usedBy: actor.personId, ...verdict })
      .onConflict((conflict) => conflict.constraint('desk_article_use_key').doUpdateSet(verdict))
      .execute()
    await recordInLedger(tx, context, { did: 'desk.article-used', articleId, ticketId, helped })
    return {}
  })
}

export async function listArticleUses(context: Context, { id }: { id: TicketId }) {
  requirePermission(context, 'desk.read')
  return read(context.db, async (reader) => {
    if (!(await isTicketVisible(reader, context.actor, id))) refuse('not-found')
    const rows = await articlesSeenBy(reader, context.actor)
      .innerJoin('deskArticleUse as ours', 'ours.articleId', 'article.id')
      .select(['article.id', 'article.number', 'text.title', 'text.remedy', 'ours.helped as verdict'])
      .select(countColumns)
      .where('ours.ticketId', '=', id)
      .orderBy('ours.usedAt')
      .execute()
    return rows.map(({ id: articleId, number, title, remedy, helped, notHelped, verdict }) => ({
      id: ArticleId.parse(articleId),
      ...{ number, title, remedy, helped, notHelped, verdict },
    }))
  })
}
