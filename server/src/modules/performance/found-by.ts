import type { SearchQuery } from '@shiji/kernel/search/search-text'
import { type RawBuilder, sql } from 'kysely'

/**
 * Rows whose `pairs` and `folded` hold every word. The index proposes by pairs, the text decides; words are letters and
 * digits only, so none is a pattern.
 */
export function contains(table: string, { pairs, words }: SearchQuery): RawBuilder<boolean> {
  const conditions = [
    ...(pairs.length === 0 ? [] : [sql<boolean>`${sql.ref(`${table}.pairs`)} @> ${[...pairs]}::text[]`]),
    ...words.map((word) => sql<boolean>`${sql.ref(`${table}.folded`)} like ${`%${word}%`}`),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
