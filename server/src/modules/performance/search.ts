import { parseSearch } from '@shiji/kernel/search/search-text'
import { type Context, requirePermission } from '#platform/context'
import { readByIndex } from '#platform/database/transaction'
import { findIndicators } from './indicator-store.ts'
import { findProjects } from './project-store.ts'

const MOST = 20

/** What stands on top of everything: the first projects and indicators that carry these words. */
export async function search(context: Context, { text }: { text: string }) {
  requirePermission(context, 'performance.read')
  const query = parseSearch(text)
  if (query.words.length === 0) return { projects: [], indicators: [] }
  const [projects, indicators] = await readByIndex(context.db, (reader) =>
    Promise.all([findProjects(reader, context.actor, query, MOST), findIndicators(reader, context.actor, query, MOST)]),
  )
  return { projects, indicators }
}
