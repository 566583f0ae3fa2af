import { onServer } from '../database-server.ts'
import { closeChannel } from './channel.ts'
import { changeState, findState, releaseMove, tryHoldMove, type Ways } from './move-state.ts'

export type Settled = 'arrived' | 'returned' | 'nothing-to-settle' | 'still-moving'

/**
 * Ends a move whose process was killed. Either the new server was opened already, then the old one lets go; or it was
 * not, then it is shut against a late opening first and the tenant stays where it was.
 */
export async function settleMove(ways: Ways): Promise<Settled> {
  const { from, schema } = ways
  return onServer(from.pool, async (client) => {
    if (!(await tryHoldMove(client, schema))) return 'still-moving'
    try {
      return await settle(ways)
    } finally {
      await releaseMove(client, schema)
    }
  })
}

/** For whoever holds the move. */
export async function settle(ways: Ways): Promise<Settled> {
  const { from, to, schema } = ways
  const there = await findState(to.pool, schema)
  if (there === 'arriving') await changeState(to.pool, schema, { was: 'arriving', becomes: 'dropping' })
  const isOpen = (await findState(to.pool, schema)) === 'open'
  if (isOpen) {
    if (!(await letGo(ways))) return 'nothing-to-settle'
    return 'arrived'
  }
  const returned = await changeState(from.pool, schema, { was: 'moving', becomes: 'open' })
  if (there === null || there === 'moved') return returned ? 'returned' : 'nothing-to-settle'
  await closeChannel(ways)
  await dropCopy(ways)
  return 'returned'
}

/** The new server serves: the old one forgets its copy. */
export async function letGo(ways: Ways): Promise<boolean> {
  const { from, schema } = ways
  const state = await findState(from.pool, schema)
  if (state === 'moving') await changeState(from.pool, schema, { was: 'moving', becomes: 'moved' })
  else if (state !== 'moved') return false
  await closeChannel(ways)
  const { rowCount } = await from.pool.query('select 1 from pg_namespace where nspname = $1', [schema])
  await onServer(from.pool, (client) =>
    client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`),
  )
  return rowCount === 1 || state === 'moving'
}

async function dropCopy({ to, schema }: Ways): Promise<void> {
  await onServer(to.pool, async (client) => {
    await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`)
    await client.query(`delete from shiji_control.tenant where schema_name = $1 and state in ('dropping', 'moved')`, [
      schema,
    ])
  })
}
