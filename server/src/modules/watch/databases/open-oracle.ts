import type { Reached } from '../probes/finding.ts'
import type { DatabaseTarget } from './asked-database.ts'
import { openOracleGate } from './oracle-gate.ts'
import { ANSWER_WITHIN_MS, type Session } from './session.ts'

type Target = Pick<DatabaseTarget, 'database' | 'user' | 'isSecure'>

/** What a service may be called; anything else would be read as settings of the connection. */
const SERVICE = /^[A-Za-z0-9][\w.$#-]{0,99}$/

/** Signs in to an Oracle database, 12.1 or later, without Oracle's own client; at the judged address and nowhere else. */
export async function openOracle({ database, user, isSecure }: Target, reached: Reached): Promise<Session> {
  if (!SERVICE.test(database)) throw new Error('not a service name')
  const { default: oracledb } = await import('oracledb')
  const gate = await openOracleGate(reached, isSecure)
  const seconds = Math.max(1, Math.ceil(reached.timeoutMs / 1000))
  try {
    const connection = await oracledb.getConnection({
      ...{ user, password: reached.secret, connectString: `127.0.0.1:${gate.port}/${database}` },
      ...{ transportConnectTimeout: seconds, connectTimeout: seconds },
    })
    connection.callTimeout = ANSWER_WITHIN_MS
    await connection.execute('set transaction read only')
    return {
      rows: async (sql) => {
        const { rows = [] } = await connection.execute<Record<string, unknown>>(sql, [], {
          outFormat: oracledb.OUT_FORMAT_OBJECT,
        })
        return rows
      },
      close: gate.close,
    }
  } catch (error) {
    gate.close()
    throw error
  }
}
