import { parseSearch } from '@shiji/kernel/search/search-text'
import { type Context, requireSignedIn } from '#platform/context'
import { readByIndex } from '#platform/database/transaction'
import { findDocumentsNamed } from './document-store.ts'

const MOST = 20

export async function searchDocuments(context: Context, { text }: { text: string }) {
  requireSignedIn(context)
  const query = parseSearch(text)
  if (query.words.length === 0) return []
  return readByIndex(context.db, (reader) => findDocumentsNamed(reader, context.actor, query, MOST))
}
