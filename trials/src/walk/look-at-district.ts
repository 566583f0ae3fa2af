import type { TenantDatabase } from '@shiji/server/platform/database/transaction'

/** The whole district as one text of hashes, and how long its ledger is. */
export type District = { readonly content: string; readonly entries: number }

/** Sessions come and go with every request of ours; what was answered under a key, and a file on its way, are no records. */
const NOT_LOOKED_AT = [
  'ledger_entry',
  'ledger_seal',
  'migration',
  'kept_result',
  'directory_session',
  'documents_upload',
  'desk_public_try',
]

/** Looks at every table of the district; prepared once, for planning a few hundred tables takes longer than reading them. */
export async function makeLook({ pool, schema }: TenantDatabase): Promise<() => Promise<District>> {
  const { rows: tables } = await pool.query(
    `select table_name as name from information_schema.tables where table_schema = $1 and table_name <> all($2)`,
    [schema, NOT_LOOKED_AT],
  )
  const hashes = tables.map(
    ({ name }) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0) from ${schema}.${name} t)`,
  )
  const text = `select array_to_string(array[${hashes.join(', ')}]::text[], ' ') as content,
    (select count(*)::int from ${schema}.ledger_entry) as entries`
  return async () => (await pool.query({ name: `look-at-${schema}`, text })).rows[0]
}
