import type { SearchQuery } from '@shiji/kernel/search/search-text'
import { type RawBuilder, sql } from 'kysely'

/**
 * Rows whose `pairs` and `folded` hold every word. The index proposes by pairs, the text decides; a word of two characters
 * is a pair and needs no second look. Words are found by place and not by pattern: the planner takes a pattern for far
 * rarer than its pairs, and goes the wrong way.
 */
export function contains(table: string, { pairs, words }: SearchQuery): RawBuilder<boolean> {
  const looked = words.filter((word) => [...word].length !== 2)
  const byPairs = sql<boolean>`${sql.ref(`${table}.pairs`)} @> ${[...pairs]}::text[]`
  return all([...(pairs.length === 0 ? [] : [byPairs]), ...textHolds(table, looked)])
}

/** The same among a few rows, which are looked at one by one: no index is asked. */
export function containsByText(table: string, { words }: Pick<SearchQuery, 'words'>): RawBuilder<boolean> {
  return all(textHolds(table, words))
}

function textHolds(table: string, words: readonly string[]): RawBuilder<boolean>[] {
  return words.map((word) => sql<boolean>`strpos(${sql.ref(`${table}.folded`)}, ${word}) > 0`)
}

function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
