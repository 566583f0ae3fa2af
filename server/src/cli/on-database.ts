import { randomUUID } from 'node:crypto'
import { say } from '@shiji/kernel/wording'
import type { Pool, PoolConfig } from 'pg'
import { PostgresRefusal } from '#platform/postgres/postgres-problem'
import { POSTGRES_PROBLEM_WORDING } from '#platform/postgres/postgres-wording'
import { type Call, CallRefused } from './command.ts'

/** Works beside a running server, and starts the database for itself when none runs. */
export async function onDatabase<Value>(
  call: Call,
  dataFolder: string,
  work: (pool: Pool) => Promise<Value>,
): Promise<Value> {
  const applicationName = `shiji-server-${randomUUID()}`
  return onEmbedded(call, { dataFolder, applicationName }, async (home) => {
    const { Pool } = await import('pg')
    const pool = new Pool({ ...home, application_name: applicationName, max: 2 })
    pool.on('error', () => undefined)
    try {
      return await work(pool)
    } finally {
      await pool.end()
    }
  })
}

type Ours = { readonly dataFolder: string; readonly applicationName: string }

/** Where the database of this installation answers, while `work` needs it. */
export async function onEmbedded<Value>(
  call: Call,
  { dataFolder, applicationName }: Ours,
  work: (home: PoolConfig) => Promise<Value>,
): Promise<Value> {
  const connectionString = call.environment.DATABASE_URL || undefined
  if (connectionString !== undefined) return work({ connectionString })
  // Loaded here, so that the other commands need not wait for a database they do not ask.
  const { supervisePostgres } = await import('#platform/postgres/supervisor')
  const embedded = await supervisePostgres({ dataFolder, applicationName, onEvent: () => undefined }).catch(
    (error: unknown) => {
      if (!(error instanceof PostgresRefusal)) throw error
      const { code, parameters } = error.problem
      throw new CallRefused(say(POSTGRES_PROBLEM_WORDING[code], call.language, parameters), 3)
    },
  )
  try {
    return await work(embedded.connection)
  } finally {
    await embedded.stop()
  }
}
