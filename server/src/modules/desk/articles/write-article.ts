import { ArticleId, type ArticleText } from '@shiji/contract/desk-articles'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { nextRegisterNumber } from '../changes/change-store.ts'
import { DESK_RULES, nameOfService } from '../desk-rules.ts'
import { problemsSeenBy } from '../problems/problem-store.ts'
import { isTicketVisible } from '../tickets/ticket-store.ts'
import { findLastVersion, lockArticle } from './article-store.ts'

type From = { readonly ticketId: string | null; readonly problemId: string | null }

export async function writeArticle(context: Context, { ticketId, problemId, ...text }: ArticleText & From) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    if (ticketId !== null && !(await isTicketVisible(tx, actor, ticketId))) refuse('not-found')
    if (problemId !== null) {
      const seen = await problemsSeenBy(tx, actor).where('problem.id', '=', problemId).executeTakeFirst()
      if (seen === undefined) refuse('not-found')
    }
    refuseUnfit(context, text)

    const id = ArticleId.parse(context.newId())
    const year = officeDay(now).year
    const number = await nextRegisterNumber(tx, { register: 'article', prefix: 'ZS', year })
    const article = { id, number, unitId: actor.unitId, ownerId: actor.personId, withdrawnBecause: '', writtenAt: now }
    const { validUntil } = text
    await tx
      .insertInto('deskArticle')
      .values({ ...article, validUntil })
      .execute()
    await saveVersion(tx, context, { articleId: id, version: 1, text, ticketId, problemId })
    await recordInLedger(tx, context, { did: 'desk.article-written', articleId: id, number, version: 1, ...text })
    return { id }
  })
}

type Changed = ArticleText & { readonly id: ArticleId; readonly version: number }

/** `version` is the newest text the writer has seen. */
export async function changeArticle(context: Context, { id, version: seen, ...text }: Changed) {
  requirePermission(context, 'desk.work')
  return inTransaction(context.db, async (tx) => {
    const article = (await lockArticle(tx, context.actor, id)) ?? refuse('not-found')
    if (article.withdrawnAt !== null) refuse('article-withdrawn')
    refuseUnfit(context, text)
    const last = await findLastVersion(tx, id)
    if (last.version !== seen) refuse('changed-meanwhile')

    const { ticketId, problemId } = last
    // A draft nobody confirmed is written over; what was published stays as it was.
    const version = last.confirmedAt === null ? last.version : last.version + 1
    await saveVersion(tx, context, { articleId: id, version, text, ticketId, problemId })
    await recordInLedger(tx, context, { did: 'desk.article-written', articleId: id, version, ...text })
    return {}
  })
}

function refuseUnfit({ now }: PersonContext, { service, validUntil }: ArticleText): void {
  if (!DESK_RULES.services.some(({ key }) => key === service)) refuse('service-not-offered', { service })
  if (validUntil < officeDay(now).toString()) refuse('article-day-past')
}

type Version = From & { readonly articleId: string; readonly version: number; readonly text: ArticleText }

async function saveVersion(tx: Tx, { actor, now }: PersonContext, { text, ...named }: Version): Promise<void> {
  const sought = `${text.title} ${nameOfService(text.service, 'zh')} ${text.symptoms} ${text.remedy}`
  const search = { folded: foldForSearch(sought), pairs: searchPairs(sought) }
  const row = { ...named, ...text, ...search, writtenBy: actor.personId, writtenAt: now }
  await tx
    .insertInto('deskArticleVersion')
    .values(row)
    .onConflict((conflict) => conflict.constraint('desk_article_version_key').doUpdateSet(row))
    .execute()
}
