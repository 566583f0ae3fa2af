import type { Tables } from './row-types.ts'
import type { Statement } from './single-connection.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * One statement for however many rows: its text does not grow with them, so neither side works it out anew, and none
 * holds too many parameters. All rows name the same columns; a column of JSON takes the value itself.
 */
export function insertRows(table: keyof Tables, rows: readonly Row[]): Statement {
  const names = Object.keys(rows[0] ?? {})
  const { sql, columns } = textFor(table, names)
  const given = rows.map((row) =>
    Object.fromEntries(columns.map((column, at) => [column, toJson(row[names[at] ?? ''])])),
  )
  return { sql, parameters: [JSON.stringify(given)] }
}

type Text = { readonly sql: string; readonly columns: readonly string[] }

/** Each text is made once. */
function textFor(table: string, names: readonly string[]): Text {
  const key = `${table} ${names.join()}`
  const known = TEXTS.get(key)
  if (known !== undefined) return known
  const columns = names.map(inSnakeCase)
  const listed = columns.map((column) => `"${column}"`).join(', ')
  const into = `"${inSnakeCase(table)}"`
  const sql = `insert into ${into} (${listed}) select ${listed} from json_populate_recordset(null::${into}, $1)`
  const made = { sql, columns }
  TEXTS.set(key, made)
  return made
}

const TEXTS = new Map<string, Text>()

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The database reads the digits of whole numbers that JSON does not know. */
function toJson(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
