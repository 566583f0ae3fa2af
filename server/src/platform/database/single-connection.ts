import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { PoolClient, QueryResult } from 'pg'
import { nameFor, preparedName } from './prepared.ts'
import { parserOf, toParameter } from './value-types.ts'

const builders = new WeakMap<PoolClient, Kysely<never>>()

/** A query builder that speaks over one borrowed connection; its transaction is opened and closed elsewhere. */
export function buildOn<Tables>(client: PoolClient): Kysely<Tables> {
  const known = builders.get(client)
  if (known !== undefined) return known as unknown as Kysely<Tables>
  const built = build<Tables>(client)
  builders.set(client, built as unknown as Kysely<never>)
  return built
}

/** A text with its values, ready to be sent. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

/** On its way when this returns, before anything asked afterwards; the builder sends its own only some turns later. */
export function sendOn(client: PoolClient, { sql, parameters }: Statement): Promise<QueryResult> {
  return ask(client, { text: sql, values: parameters, name: nameFor(sql) })
}

type Asked = { readonly text: string; readonly values: readonly unknown[]; readonly name: string | undefined }

function ask(client: PoolClient, { values, ...asked }: Asked): Promise<QueryResult> {
  return client.query({ ...asked, values: values.map(toParameter), types: { getTypeParser: parserOf } })
}

function build<Tables>(client: PoolClient): Kysely<Tables> {
  const connection = {
    query: (text: string, values: readonly unknown[]) => ask(client, { text, values, name: preparedName(text) }),
    release: () => undefined,
  }
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      // Kysely asks for a pool of connections with cursors; we lend it the one it needs.
      pool: { connect: async () => connection, end: async () => undefined } as never,
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
