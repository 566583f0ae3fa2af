import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { listWholeTables } from '../../database/describe-schema.ts'
import { onServer } from '../database-server.ts'
import { channelOf, type Ways } from './move-state.ts'

/** Opens the line between the two servers: all rows are copied, then every change follows. */
export async function openChannel({ from, to, schema }: Ways): Promise<void> {
  const channel = channelOf(schema)
  const tables = await onServer(from.pool, (client) => listTables(client, schema))
  // A table of parts travels as one: the months open here need not be those open there.
  await from.pool.query(
    `create publication ${channel} for table ${tables.join(', ')} with (publish_via_partition_root = true)`,
  )
  await onServer(to.pool, async (client) => {
    // The copy begins when every transaction that runs on the other server now has ended.
    const statement = `create subscription ${channel} connection ${client.escapeLiteral(from.conninfo)}
      publication ${channel} with (streaming = off)`
    await client.query({ text: statement, query_timeout: 60_000 } as never)
  })
}

/** Closes it from both ends, however much of it is there. */
export async function closeChannel({ from, to, schema }: Ways): Promise<void> {
  const channel = channelOf(schema)
  await onServer(to.pool, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_subscription where subname = $1', [channel])
    if (rowCount === 0) return
    await client.query(`alter subscription ${channel} disable`)
    // The slot is dropped on its own server below: it may be gone already.
    await client.query(`alter subscription ${channel} set (slot_name = none)`)
    await client.query(`drop subscription ${channel}`)
  })
  await onServer(from.pool, async (client) => {
    await dropSlots(client, channel)
    await client.query(`drop publication if exists ${channel}`)
  })
}

/** True when the first copy is done and only changes follow. */
export async function isInStep({ to, schema }: Ways): Promise<boolean> {
  const { rows } = await to.pool.query(
    `select coalesce(bool_and(r.srsubstate = 'r'), false) as ready
       from pg_subscription s join pg_subscription_rel r on r.srsubid = s.oid where s.subname = $1`,
    [channelOf(schema)],
  )
  return rows[0].ready
}

/** Every table but the record of migrations, which the new server writes itself. */
async function listTables(client: PoolClient, schema: string): Promise<string[]> {
  const names = await listWholeTables(client, schema)
  return names.map((name) => `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`)
}

/** A copy that was cut off leaves slots of its tables as well; they end with their walsender, a moment later. */
async function dropSlots(client: PoolClient, channel: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await client.query(
      `select slot_name, active from pg_replication_slots
        where database = current_database() and (slot_name = $1 or slot_name like 'pg\\_%\\_sync\\_%')`,
      [channel],
    )
    for (const { slot_name: name, active } of rows) {
      if (!active) await client.query('select pg_drop_replication_slot($1)', [name])
    }
    if (rows.every(({ active }) => !active) || tries > 200) return
    await sleep(50)
  }
}
