import { type RawBuilder, sql } from 'kysely'

/** An instant that is only shown, as the contract writes it. Reading and printing a page of them costs as much as the query. */
export function instantText(column: string): RawBuilder<string> {
  return sql<string>`replace((${sql.ref(column)} at time zone 'UTC')::text, ' ', 'T') || 'Z'`
}
