import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import type { Fact, Measure } from '#platform/measure'

/** Columns made for searching say nothing of their own. */
const DERIVED = "'{folded,pairs}'::text[]"

export type Content = Readonly<Record<string, unknown>>

/** The whole records, column by column, by `kind id`; those whose kind has no table of its own are not there. */
export async function listContents(
  reader: Reader,
  { records }: Pick<Measure, 'records'>,
  facts: readonly Pick<Fact, 'recordKind' | 'id'>[],
): Promise<ReadonlyMap<string, Content>> {
  const found = new Map<string, Content>()
  for (const [kind, { table }] of Object.entries(records)) {
    const ids = facts.filter(({ recordKind }) => recordKind === kind).map(({ id }) => id)
    if (table === undefined || ids.length === 0) continue
    const rows = await reader
      .selectFrom(
        sql<{ id: string; content: Record<string, unknown> }>`(select one.id::text as id,
          to_jsonb(one) - ${sql.raw(DERIVED)} as content from ${sql.table(table)} one
          where one.id = any(${ids}::uuid[]))`.as<'whole'>(sql.ref('whole')),
      )
      .select(['whole.id', 'whole.content'])
      .execute()
    for (const { id, content } of rows) found.set(`${kind} ${id}`, content)
  }
  return found
}
