import type { ProbeTarget } from '@shiji/contract/watch'
import { openMysql } from '../databases/ask-mysql.ts'
import { type Answer, FINE, type Reached } from './finding.ts'

type Target = Extract<ProbeTarget, { database: string }>

/** Signs in to a MySQL or MariaDB and asks for the simplest thing a database can answer. */
export async function probeMysql(target: Target, reached: Reached): Promise<Answer> {
  const connection = await openMysql(target, reached)
  const stop = () => connection.destroy()
  reached.signal.addEventListener('abort', stop, { once: true })
  try {
    await connection.query({ sql: 'select 1', timeout: reached.timeoutMs })
    return FINE
  } finally {
    connection.destroy()
  }
}
