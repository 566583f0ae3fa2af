import { type CompiledQuery, sql } from 'kysely'
import type { Tables } from './row-types.ts'
import type { Tx } from './transaction.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * One statement for however many rows: its text does not grow with them, so neither side works it out anew, and none
 * holds too many parameters. All rows name the same columns; a column of JSON takes the value itself.
 */
export function insertRows(tx: Tx, table: keyof Tables, rows: readonly Row[]): CompiledQuery {
  const names = Object.keys(rows[0] ?? {})
  const columns = names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const)
  const listed = sql.join(names.map((name) => sql.ref(name)))
  const given = rows.map((row) => Object.fromEntries(columns.map(([name, column]) => [column, toJson(row[name])])))
  return sql`insert into ${sql.table(table)} (${listed})
    select ${listed} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(given)})`.compile(tx)
}

/** The database reads the digits of whole numbers that JSON does not know. */
function toJson(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
