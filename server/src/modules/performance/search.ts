import { parseSearch } from '@shiji/kernel/search/search-text'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { findIndicators } from './indicator-store.ts'
import { listProjectRows } from './project-store.ts'

const MOST = 20

/** What stands on top of everything: the first projects and indicators that carry these words. */
export async function search(context: Context, { text }: { text: string }) {
  requirePermission(context, 'performance.read')
  const query = parseSearch(text)
  if (query.words.length === 0) return { projects: [], indicators: [] }
  return read(context.db, async (reader) => ({
    projects: await listProjectRows(reader, context.actor, {
      search: text,
      year: undefined,
      after: undefined,
      limit: MOST,
    }),
    indicators: await findIndicators(reader, context.actor, query, MOST),
  }))
}
