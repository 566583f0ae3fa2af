import { Kysely, PostgresDialect, PostgresQueryCompiler } from 'kysely'
import type { PoolClient, QueryArrayResult } from 'pg'
import { NAMES } from './names.ts'
import { nameFor, preparedName } from './prepared.ts'
import { parserOf, toParameter } from './value-types.ts'

/** A text with its values, ready to be sent. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

const builders = new WeakMap<PoolClient, Kysely<never>>()
const clients = new WeakMap<object, PoolClient>()

/** A query builder that speaks over one borrowed connection; its transaction is opened and closed elsewhere. */
export function buildOn<Tables>(client: PoolClient): Kysely<Tables> {
  const known = builders.get(client)
  if (known !== undefined) return known as unknown as Kysely<Tables>
  const built = build<Tables>(client)
  builders.set(client, built as unknown as Kysely<never>)
  clients.set(built, client)
  return built
}

/** On its way when this returns, as `sendOn`, and answered with rows as the builder gives them. */
export async function askOn(builder: object, { sql, parameters }: Statement): Promise<Record<string, unknown>[]> {
  const client = clients.get(builder)
  if (client === undefined) throw new Error('no connection is open here')
  const { rows, fields } = await ask(client, { text: sql, values: parameters, name: preparedName(sql) })
  return toObjects(rows, fields)
}

/** On its way when this returns, before anything asked afterwards; the builder sends its own only some turns later. */
export function sendOn(client: PoolClient, { sql, parameters }: Statement): Promise<unknown> {
  return ask(client, { text: sql, values: parameters, name: nameFor(sql) })
}

type Asked = { readonly text: string; readonly values: readonly unknown[]; readonly name: string | undefined }

function ask(client: PoolClient, { values, ...asked }: Asked): Promise<QueryArrayResult> {
  const types = { getTypeParser: parserOf }
  return client.query({ ...asked, values: values.map(toParameter), types, rowMode: 'array' })
}

/** Writes the names as the database has them while the statement is written. */
class Compiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    const known = written.get(name)
    if (known !== undefined) return known
    const made = super.sanitizeIdentifier(NAMES.inDatabase(name))
    written.set(name, made)
    return made
  }
}

const written = new Map<string, string>()

class Dialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler()
  }
}

function build<Tables>(client: PoolClient): Kysely<Tables> {
  const connection = {
    query: async (text: string, values: readonly unknown[]) => {
      const { command, rowCount, fields, rows } = await ask(client, { text, values, name: preparedName(text) })
      return { command, rowCount, rows: toObjects(rows, fields) }
    },
    release: () => undefined,
  }
  return new Kysely<Tables>({
    dialect: new Dialect({
      // Kysely asks for a pool of connections with cursors; we lend it the one it needs.
      pool: { connect: async () => connection, end: async () => undefined } as never,
    }),
  })
}

function toObjects(rows: readonly unknown[][], fields: QueryArrayResult['fields']): Record<string, unknown>[] {
  const names = fields.map(({ name }) => NAMES.inCode(name))
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < names.length; at += 1) row[names[at] ?? ''] = values[at]
    return row
  })
}
