import { parseSearch } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { contains } from '#platform/database/contains'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { articleRows, isOwn, showArticle } from './article-store.ts'

const SHOWN = 200

type Wanted = {
  readonly search: string
  readonly service?: string | undefined
  readonly state: 'published' | 'waiting' | 'stale' | 'all'
}

export async function listArticles(context: Context, { search, service, state }: Wanted) {
  requirePermission(context, 'desk.read')
  const { actor } = context
  const query = parseSearch(search)
  const today = officeDay(context.now).toString()
  const rows = await read(context.db, (reader) =>
    articleRows(reader, actor)
      .$if(state !== 'all', (some) => some.where('article.withdrawnAt', 'is', null))
      .$if(state === 'published' || state === 'stale', (some) => some.where('article.publishedVersion', 'is not', null))
      .$if(state === 'stale', (some) => some.where(sql<boolean>`text.valid_until < ${today}::date`))
      .$if(state === 'waiting', (some) =>
        some.where(isOwn(actor)).where(sql<boolean>`exists (select 1 from desk_article_version draft
          where draft.article_id = article.id and draft.confirmed_at is null)`),
      )
      .$if(service !== undefined, (some) => some.where('text.service', '=', service ?? ''))
      .$if(query.words.length > 0, (some) => some.where(contains('text', query)))
      .orderBy('helped', 'desc')
      .orderBy('uses', 'desc')
      .orderBy('article.number', 'desc')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map((row) => showArticle(row, context))
}
