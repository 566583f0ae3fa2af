import type { SearchQuery } from '@shiji/kernel/search/search-text'
import { type RawBuilder, sql } from 'kysely'

/**
 * Rows whose `pairs` and `folded` hold every word. The index proposes by pairs, the text decides; a word of two characters
 * is a pair and needs no second look. Words are found by place and not by pattern: the planner takes a pattern for far
 * rarer than its pairs, and goes the wrong way.
 */
export function contains(table: string, { pairs, words }: SearchQuery): RawBuilder<boolean> {
  const looked = words.filter((word) => [...word].length !== 2)
  const conditions = [
    ...(pairs.length === 0 ? [] : [sql<boolean>`${sql.ref(`${table}.pairs`)} @> ${[...pairs]}::text[]`]),
    ...looked.map((word) => sql<boolean>`strpos(${sql.ref(`${table}.folded`)}, ${word}) > 0`),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
