import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'

const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations')

type MigrationSet = 'control' | 'tenant'

/** One statement of a migration file; statements are parted by an empty line and hold none. */
type Step = { readonly file: string; readonly number: number; readonly sql: string }

/** All steps of a set, or only those named `file#number`: a backup is loaded into the tables it was taken from. */
export type Wanted = MigrationSet | { readonly set: MigrationSet; readonly only: ReadonlySet<string> }

/**
 * Brings one schema up to date, statement by statement. Each statement commits together with its own record, so a
 * migration killed anywhere goes on where it stopped. Forward only.
 */
export async function migrate(client: ClientBase, schema: string, wanted: Wanted): Promise<number> {
  const { set, only } = typeof wanted === 'string' ? { set: wanted, only: null } : wanted
  const quoted = client.escapeIdentifier(schema)
  await client.query(`create schema if not exists ${quoted}`)
  await client.query(
    `create table if not exists ${quoted}.migration (
       file text, number int, applied_at timestamptz not null default now(),
       constraint migration_key primary key (file, number))`,
  )
  const { rows } = await client.query(`select file, number from ${quoted}.migration`)
  const done = new Set(rows.map(({ file, number }) => `${file}#${number}`))
  const open = (await listSteps(set)).filter(
    ({ file, number }) => !done.has(`${file}#${number}`) && only?.has(`${file}#${number}`) !== false,
  )
  for (const step of open) await apply(client, quoted, step)
  return open.length
}

export async function listSteps(set: MigrationSet): Promise<Step[]> {
  const folder = join(MIGRATIONS_FOLDER, set)
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const perFile = await Promise.all(
    files.map(async (file) => {
      const statements = (await readFile(join(folder, file), 'utf8'))
        .split(/\n\s*\n/)
        .filter((sql) => sql.trim() !== '')
      return statements.map((sql, index): Step => ({ file, number: index + 1, sql }))
    }),
  )
  return perFile.flat()
}

async function apply(client: ClientBase, quoted: string, { file, number, sql }: Step): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local search_path to ${quoted}`)
    await client.query(sql)
    await client.query(`insert into ${quoted}.migration (file, number) values ($1, $2)`, [file, number])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${file}, statement ${number}`, { cause: error })
  }
}
