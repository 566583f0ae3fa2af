import { ArticleId } from '@shiji/contract/desk-articles'
import { searchPairs } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { articlesSeenBy, countColumns } from './article-store.ts'

const SHOWN = 3
/** Words weigh more than the service, and what helped before comes first among equals. */
const SERVICE_WEIGHT = 2

/** Published, not stale, and about the same words or the same service. */
export async function proposeArticles(context: Context, { service, words }: { service: string; words: string }) {
  requirePermission(context, 'desk.read')
  const pairs = searchPairs(words)
  const today = officeDay(context.now).toString()
  const hits = sql<number>`(select count(*)::int from unnest(text.pairs) pair where pair = any(${pairs}::text[]))`
  const rows = await read(context.db, (reader) =>
    articlesSeenBy(reader, context.actor)
      .select(['article.id', 'article.number', 'text.title', 'text.remedy'])
      .select(countColumns)
      .select(sql<number>`${hits} + case when text.service = ${service} then ${SERVICE_WEIGHT} else 0 end`.as('weight'))
      .where('article.publishedVersion', 'is not', null)
      .where('article.withdrawnAt', 'is', null)
      .where(sql<boolean>`text.valid_until >= ${today}::date`)
      .where(sql<boolean>`(text.pairs && ${pairs}::text[] or text.service = ${service})`)
      .orderBy('weight', 'desc')
      .orderBy('helped', 'desc')
      .orderBy('article.number', 'desc')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map(({ id, number, title, remedy, helped, notHelped }) => ({
    id: ArticleId.parse(id),
    ...{ number, title, remedy, helped, notHelped },
  }))
}
