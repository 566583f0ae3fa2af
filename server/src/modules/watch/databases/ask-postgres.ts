import type { Observation } from '@shiji/kernel/watch/checkup/judge-checkup'
import { Client, DatabaseError } from 'pg'
import { z } from 'zod'
import type { Reached } from '../probes/finding.ts'
import type { AskedDatabase, DatabaseTarget, Unasked } from './asked-database.ts'
import { POSTGRES_SAFETY } from './questions/postgres-safety.ts'
import { POSTGRES_TABLES } from './questions/postgres-tables.ts'
import { POSTGRES_FIGURES, POSTGRES_WHOLE, SLOW_STATEMENTS } from './questions/postgres-whole.ts'
import type { Question } from './questions/question.ts'

const QUESTIONS = [...POSTGRES_WHOLE, ...POSTGRES_TABLES, ...POSTGRES_SAFETY]

const Row = z.object({
  rule: z.string(),
  subject: z.string().nullable(),
  value: z.coerce.number().nullable(),
  shown: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
})
const Figure = z.object({ name: z.string(), value: z.coerce.number().nullable() })

/** A question that takes longer holds up the work of the database. */
const ANSWER_WITHIN_MS = 5_000

/** Looks into a PostgreSQL by reading alone. Throws when it cannot be reached or entered. */
export async function askPostgres(target: DatabaseTarget, reached: Reached): Promise<AskedDatabase> {
  const client = clientOf(target, reached)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('set default_transaction_read_only = on')
    const { rows } = await client.query('show server_version')
    const figures = await client.query(POSTGRES_FIGURES)
    const answers = []
    for (const question of QUESTIONS) answers.push(await ask(client, question))
    const observations = answers.flatMap(({ seen }) => seen)
    const hasStatements = observations.every(({ rule }) => rule !== 'statements-not-kept')
    if (hasStatements) answers.push(await ask(client, SLOW_STATEMENTS))
    return {
      engine: 'postgres',
      version: z.string().parse(rows[0]?.server_version).split(' ')[0] ?? '',
      figures: Object.fromEntries(
        figures.rows
          .map((row) => Figure.parse(row))
          .flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
      ),
      observations: answers.flatMap(({ seen }) => seen),
      unasked: answers.flatMap(({ unasked }) => unasked),
    }
  } finally {
    const gone = new Promise((resolve) => reached.signal.addEventListener('abort', resolve))
    await Promise.race([client.end().catch(() => undefined), gone])
  }
}

function clientOf({ database, user, isSecure }: DatabaseTarget, { pinned, port, secret, timeoutMs }: Reached): Client {
  return new Client({
    host: pinned.address,
    port,
    database,
    user,
    password: secret,
    ssl: isSecure && { rejectUnauthorized: false },
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS * 2,
    application_name: 'shiji-checkup',
  })
}

async function ask(client: Client, { area, sql }: Question): Promise<{ seen: Observation[]; unasked: Unasked[] }> {
  try {
    const { rows } = await client.query(sql)
    const seen = rows.map((row): Observation => {
      const { rule, subject, value, shown } = Row.parse(row)
      const told = Object.entries(shown ?? {}).flatMap(([key, said]) => (said === null ? [] : [[key, said] as const]))
      return { rule, subject: subject ?? '', value, shown: Object.fromEntries(told) }
    })
    return { seen, unasked: [] }
  } catch (error) {
    // A lost line ends the check; a question the database refuses does not.
    if (!(error instanceof DatabaseError)) throw error
    return { seen: [], unasked: [{ area, ...reasonOf(error.code ?? '') }] }
  }
}

function reasonOf(code: string): Pick<Unasked, 'reason' | 'code'> {
  if (code === '42501') return { reason: 'not-permitted', code }
  if (code === '57014') return { reason: 'too-slow', code }
  return { reason: 'not-there', code }
}
