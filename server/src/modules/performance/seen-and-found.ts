import { type RawBuilder, sql } from 'kysely'

/**
 * Of a statement that looks for words among the `newest` rows a person sees: how many those were, and which were `found`.
 * Fewer than were asked for are all there are, and nothing needs to be looked for elsewhere.
 */
export function seenAndFound<Row>(order: RawBuilder<unknown>) {
  return [
    sql<number>`(select count(*)::int from newest)`.as('seen'),
    sql<Row[]>`(select coalesce(json_agg(found order by ${order}), '[]') from found)`.as('found'),
  ] as const
}
