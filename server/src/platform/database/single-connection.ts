import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { PoolClient } from 'pg'
import { preparedName } from './prepared-name.ts'
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

function build<Tables>(client: PoolClient): Kysely<Tables> {
  const connection = {
    query: (text: string, values: readonly unknown[]) =>
      client.query({
        ...named(text),
        values: values.map(toParameter),
        types: { getTypeParser: parserOf },
      }),
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

function named(text: string): { readonly text: string; readonly name?: string } {
  const name = preparedName(text)
  return name === undefined ? { text } : { text, name }
}
