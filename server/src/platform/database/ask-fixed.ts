import type { QueryResultRow } from 'pg'
import { clientOf } from './send-along.ts'
import { type Statement, sendOn } from './single-connection.ts'
import type { Reader } from './transaction.ts'

/**
 * Asks a statement whose text is written down and never changes. For what is sent with every click: building a text anew
 * costs this process more than finding the row costs the database. It is on its way when this returns.
 */
export async function askFixed<Row extends QueryResultRow>(reader: Reader, statement: Statement): Promise<Row[]> {
  const { rows } = await sendOn(clientOf(reader), statement)
  return rows
}
