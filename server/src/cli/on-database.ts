import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '@shiji/kernel/wording'
import type { Pool, PoolConfig } from 'pg'
import { PostgresRefusal } from '#platform/postgres/postgres-problem'
import { POSTGRES_PROBLEM_WORDING } from '#platform/postgres/postgres-wording'
import { type Call, CallRefused } from './command.ts'

const WORDS = {
  noData: {
    zh: '{folder} 里没有实绩的数据。请用 --data 写明数据目录；没有改动任何东西。',
    en: 'There are no data of Shiji in {folder}. Name the data folder with --data; nothing was changed.',
  },
} as const

/** For whoever looks at what is there: a wrong folder is refused, and no database is made in it. */
export async function onDatabaseThere<Value>(
  call: Call,
  dataFolder: string,
  work: (pool: Pool) => Promise<Value>,
): Promise<Value> {
  refuseWithoutData(call, dataFolder)
  return onDatabase(call, dataFolder, work)
}

export function refuseWithoutData(call: Call, dataFolder: string): void {
  if (call.environment.DATABASE_URL || existsSync(join(dataFolder, 'postgres'))) return
  throw new CallRefused(say(WORDS.noData, call.language, { folder: dataFolder }), 3)
}

/** Works beside a running server, and starts the database for itself when none runs. */
export async function onDatabase<Value>(
  call: Call,
  dataFolder: string,
  work: (pool: Pool) => Promise<Value>,
): Promise<Value> {
  const applicationName = `shiji-server-${randomUUID()}`
  return onEmbedded(call, { dataFolder, applicationName }, async (home) => {
    const { Pool } = await import('pg')
    const { IN_BATCHES } = await import('#platform/database/pool')
    const pool = new Pool({ ...home, application_name: applicationName, max: 2, ...IN_BATCHES })
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
