import type { QueryResultRow } from 'pg'
import { askOn, type Statement } from './single-connection.ts'
import type { Reader } from './transaction.ts'

/**
 * Asks a statement whose text is written down and never changes, as the builder cannot say it; what the builder can say is
 * kept by `keepStatement`. It is on its way when this returns.
 */
export async function askFixed<Row extends QueryResultRow>(reader: Reader, statement: Statement): Promise<Row[]> {
  return (await askOn(reader, statement)) as Row[]
}
