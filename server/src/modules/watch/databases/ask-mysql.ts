import type { Observation } from '@shiji/kernel/watch/checkup/judge-checkup'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { z } from 'zod'
import type { Reached } from '../probes/finding.ts'
import type { AskedDatabase, DatabaseTarget, Unasked } from './asked-database.ts'
import { figuresOfServer, type Known, observeReplica, observeServer } from './mysql-settings.ts'
import { MYSQL_COUNTED, MYSQL_TABLES } from './questions/mysql-tables.ts'
import { accountsOf, MARIADB_WAITS, MYSQL_SESSIONS, MYSQL_SIZE, MYSQL_WAITS } from './questions/mysql-whole.ts'
import type { Question } from './questions/question.ts'

const Told = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const Row = z.object({
  rule: z.string(),
  subject: z.string().nullable(),
  value: z.coerce.number().nullable(),
  // MariaDB answers JSON as text.
  shown: z.preprocess((value) => (typeof value === 'string' ? JSON.parse(value) : value), Told),
})
const Shown = z.object({ Variable_name: z.string(), Value: z.string() })
const Size = z.object({ bytes: z.coerce.number(), tables: z.coerce.number() })

const ANSWER_WITHIN_MS = 5_000

type Answered = { readonly seen: readonly Observation[]; readonly unasked: readonly Unasked[] }

/** Looks into a MariaDB or MySQL by reading alone. Throws when it cannot be reached or entered. */
export async function askMysql(target: DatabaseTarget, reached: Reached): Promise<AskedDatabase> {
  const connection = await openMysql(target, reached)
  try {
    const variables = await show(connection, 'show global variables')
    const status = await show(connection, 'show global status')
    const version = variables.get('version') ?? ''
    const engine = version.includes('MariaDB') ? ('mariadb' as const) : ('mysql' as const)
    await connection.query(
      engine === 'mariadb'
        ? `set session max_statement_time = ${ANSWER_WITHIN_MS / 1000}`
        : `set session max_execution_time = ${ANSWER_WITHIN_MS}`,
    )
    const size = Size.parse((await rowsOf(connection, MYSQL_SIZE))[0])
    const counted = variables.get('performance_schema') === 'ON' ? MYSQL_COUNTED : []
    const waits = engine === 'mariadb' ? MARIADB_WAITS : MYSQL_WAITS
    const questions = [...MYSQL_TABLES, ...counted, MYSQL_SESSIONS, waits, accountsOf(engine)]
    const answers: Answered[] = [await askReplica(connection)]
    for (const question of questions) answers.push(await ask(connection, question))
    return {
      ...{ engine, version, figures: figuresOfServer({ variables, status }, size) },
      observations: [...observeServer({ variables, status }), ...answers.flatMap(({ seen }) => seen)],
      unasked: answers.flatMap(({ unasked }) => unasked),
    }
  } finally {
    connection.destroy()
  }
}

/** A session that may only read, at the judged address. */
export async function openMysql(
  { database, user, isSecure }: Pick<DatabaseTarget, 'database' | 'user' | 'isSecure'>,
  { pinned, port, secret, timeoutMs }: Reached,
): Promise<Connection> {
  const { createConnection } = await import('mysql2/promise')
  const connection = await createConnection({
    host: pinned.address,
    port,
    database,
    user,
    password: secret,
    connectTimeout: timeoutMs,
    ...(isSecure ? { ssl: { rejectUnauthorized: false } } : {}),
  })
  connection.on('error', () => undefined)
  await connection.query('set session transaction read only')
  return connection
}

async function show(connection: Connection, sql: string): Promise<Known> {
  const rows = (await rowsOf(connection, sql)).map((row) => Shown.parse(row))
  return new Map(rows.map(({ Variable_name: name, Value: value }) => [name, value]))
}

async function rowsOf(connection: Connection, sql: string): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>({ sql, timeout: ANSWER_WITHIN_MS * 2 })
  return rows
}

function ask(connection: Connection, { area, sql }: Question): Promise<Answered> {
  return asAnswered(area, async () => {
    const rows = await rowsOf(connection, sql)
    return rows.map((row): Observation => {
      const { rule, subject, value, shown } = Row.parse(row)
      const told = Object.entries(shown).flatMap(([key, said]) => (said === null ? [] : [[key, said] as const]))
      return { rule, subject: subject ?? '', value, shown: Object.fromEntries(told) }
    })
  })
}

function askReplica(connection: Connection): Promise<Answered> {
  return asAnswered('replication', async () => observeReplica(await rowsOf(connection, 'show replica status')))
}

/** A lost line ends the check; a question the database refuses does not. */
async function asAnswered(area: string, asked: () => Promise<Observation[]>): Promise<Answered> {
  try {
    return { seen: await asked(), unasked: [] }
  } catch (error) {
    const { code = '', sqlState } = error as { code?: string; sqlState?: string }
    if (code === 'PROTOCOL_SEQUENCE_TIMEOUT' || sqlState === undefined) throw error
    return { seen: [], unasked: [{ area, code, reason: reasonOf(code) }] }
  }
}

function reasonOf(code: string): Unasked['reason'] {
  if (code.includes('DENIED')) return 'not-permitted'
  return code.includes('TIMEOUT') ? 'too-slow' : 'not-there'
}
