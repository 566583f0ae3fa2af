import type { ProbeTarget } from '@shiji/contract/watch'
import { openOracle } from '../databases/open-oracle.ts'
import { openSqlServer } from '../databases/open-sqlserver.ts'
import { type Answer, FINE, type Reached } from './finding.ts'

type Target = Extract<ProbeTarget, { database: string }>

/** Signs in to an Oracle or SQL Server and asks for the simplest thing a database can answer. */
export async function probeUnproven(target: Target, reached: Reached): Promise<Answer> {
  const isOracle = target.kind === 'oracle'
  const session = await (isOracle ? openOracle : openSqlServer)(target, reached)
  try {
    await session.rows(isOracle ? 'select 1 from dual' : 'select 1')
    return FINE
  } finally {
    session.close()
  }
}
