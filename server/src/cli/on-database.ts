import { randomUUID } from 'node:crypto'
import { say } from '@shiji/kernel/wording'
import type { Pool } from 'pg'
import { PostgresRefusal } from '#platform/postgres/postgres-problem'
import { POSTGRES_PROBLEM_WORDING } from '#platform/postgres/postgres-wording'
import { type Call, CallRefused } from './command.ts'

/** Works beside a running server, and starts the database for itself when none runs. */
export async function onDatabase<Value>(
  call: Call,
  dataFolder: string,
  work: (pool: Pool) => Promise<Value>,
): Promise<Value> {
  // Loaded here, so that the other commands need not wait for a database they do not ask.
  const [{ Pool }, { supervisePostgres }] = [await import('pg'), await import('#platform/postgres/supervisor')]
  const applicationName = `shiji-server-${randomUUID()}`
  const databaseUrl = call.environment.DATABASE_URL || undefined
  const embedded =
    databaseUrl === undefined
      ? await supervisePostgres({ dataFolder, applicationName, onEvent: () => undefined }).catch((error: unknown) => {
          if (!(error instanceof PostgresRefusal)) throw error
          const { code, parameters } = error.problem
          throw new CallRefused(say(POSTGRES_PROBLEM_WORDING[code], call.language, parameters), 3)
        })
      : null
  const where = embedded?.connection ?? { connectionString: databaseUrl }
  const pool = new Pool({ ...where, application_name: applicationName, max: 2 })
  pool.on('error', () => undefined)
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await embedded?.stop()
  }
}
