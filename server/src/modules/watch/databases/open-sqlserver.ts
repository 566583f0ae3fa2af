import { once } from 'node:events'
import { connect } from 'node:net'
import type { Reached } from '../probes/finding.ts'
import type { DatabaseTarget } from './asked-database.ts'
import { ANSWER_WITHIN_MS, type Session } from './session.ts'

type Target = Pick<DatabaseTarget, 'database' | 'user' | 'isSecure'>

/** Signs in to a SQL Server at the judged address; one that sends us on to another is still asked at this one. */
export async function openSqlServer({ database, user, isSecure }: Target, reached: Reached): Promise<Session> {
  const { Connection, Request } = await import('tedious')
  const { host, pinned, port, secret, timeoutMs, signal } = reached
  const connection = new Connection({
    server: host,
    authentication: { type: 'default', options: { userName: user, password: secret } },
    options: {
      ...{ port, database, appName: 'shiji', useColumnNames: true, rowCollectionOnRequestCompletion: true },
      ...{ encrypt: isSecure, trustServerCertificate: true },
      ...{ connectTimeout: timeoutMs, requestTimeout: ANSWER_WITHIN_MS },
      // Called for every connection the driver makes, also where the server names another place to go to.
      connector: async () => {
        const socket = connect({ host: pinned.address, port, signal })
        await once(socket, 'connect', { signal })
        return socket
      },
    },
  })
  connection.on('error', () => undefined)
  await new Promise<void>((done, failed) => {
    connection.connect((error) => (error === undefined ? done() : failed(error)))
  }).catch((error: unknown) => {
    connection.close()
    throw error
  })
  return {
    rows: (sql) =>
      new Promise((done, failed) => {
        const request = new Request(sql, (error, _count, rows: readonly Columns[] = []) =>
          error == null ? done(rows.map(valuesOf)) : failed(error),
        )
        connection.execSqlBatch(request)
      }),
    close: () => connection.close(),
  }
}

type Columns = Readonly<Record<string, { readonly value: unknown }>>

function valuesOf(columns: Columns): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(columns).map(([name, { value }]) => [name, value]))
}
