import { NAMES } from './names.ts'
import type { Tables } from './row-types.ts'
import type { Statement } from './single-connection.ts'

type RowOf<Table extends keyof Tables> = { readonly [Name in keyof Tables[Table]]?: unknown }

/** Everything that is added travels as one value. */
export type Insert = Statement & { readonly parameters: readonly [string] }

/**
 * One statement for however many rows: its text does not grow with them and is written once, so neither side works it
 * out anew, and none holds too many parameters. All rows name the same columns; a column of JSON takes the value itself,
 * which is not null. `onConflict` is what follows these words.
 */
export function insertRows<Table extends keyof Tables>(
  table: Table,
  rows: readonly RowOf<Table>[],
  { onConflict = '' }: { readonly onConflict?: string } = {},
): Insert {
  const names = Object.keys(rows[0] ?? {})
  const columns = names.map((name) => [name, NAMES.inDatabase(name)] as const)
  const given = rows.map((row: Readonly<Record<string, unknown>>) => {
    const made: Record<string, unknown> = {}
    for (const [name, column] of columns) made[column] = toJson(row[name])
    return made
  })
  return { sql: wordsFor(NAMES.inDatabase(table), columns, onConflict), parameters: [JSON.stringify(given)] }
}

/**
 * Rows of several tables as one statement: what a statement costs on its way is paid once. A row may name another that
 * comes with it; no insert sees what the others add. When what is added is there already, the first is the one that says so.
 */
export function insertTogether(inserts: readonly Insert[]): Statement {
  const key = inserts.map(({ sql }) => sql).join('\n')
  const known = words.get(key) ?? joinInserts(inserts)
  words.set(key, known)
  return { sql: known, parameters: inserts.flatMap(({ parameters }) => parameters) }
}

/** The database begins with what stands after the others. */
function joinInserts(inserts: readonly Insert[]): string {
  const [first, ...others] = inserts.map(({ sql }, at) => sql.replace('$1', `$${at + 1}`))
  return `with ${others.map((insert, at) => `added_${at} as (${insert})`).join(', ')} ${first}`
}

const words = new Map<string, string>()

function wordsFor(table: string, columns: readonly (readonly [string, string])[], onConflict: string): string {
  const listed = columns.map(([, column]) => `"${column}"`).join(', ')
  const key = `${table} ${listed} ${onConflict}`
  const known = words.get(key)
  if (known !== undefined) return known
  const written = `insert into "${table}" (${listed})
    select ${listed} from jsonb_populate_recordset(null::"${table}", $1)${onConflict && `\n    on conflict ${onConflict}`}`
  words.set(key, written)
  return written
}

/** The database reads the digits of whole numbers that JSON does not know. */
function toJson(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
