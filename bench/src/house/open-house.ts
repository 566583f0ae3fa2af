import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashToken } from '@shiji/server/modules/directory/session-store'
import { makeTrialServer, type TrialServer } from '@shiji/trials/chaos/trial-server'
import { makeFolder } from '@shiji/trials/trial-world'
import { Pool } from 'pg'
import { timed } from '../measure.ts'
import { seedDistrict } from './seed-district.ts'

export const SCHEMA = 'tenant_district'

/** The product as an office runs it, in a process of its own, with a seeded district. */
export type House = {
  readonly server: TrialServer
  /** The same database, asked without the product. */
  readonly pool: Pool
  /** Milliseconds from the command to the first address, on an empty folder and on the filled one. */
  readonly startedMs: { readonly first: number; readonly after: number }
}

export type Client = {
  readonly cookie: string
  readonly personId: string
  readonly unitId: string
  readonly isSupervisor: boolean
}

export async function withHouse<Value>(work: (house: House) => Promise<Value>): Promise<Value> {
  const parent = await makeFolder()
  const server = await makeTrialServer(join(parent, 'data'))
  const first = await timed(server.start)
  const pool = new Pool({ host: join(parent, 'data', 'socket'), user: 'shiji', database: 'shiji', max: 8 })
  pool.on('error', () => undefined)
  try {
    await seedDistrict(pool, SCHEMA)
    await pool.end()
    await server.stop()
    const after = await timed(server.start)
    const again = new Pool({ host: join(parent, 'data', 'socket'), user: 'shiji', database: 'shiji', max: 8 })
    again.on('error', () => undefined)
    return await work({ server, pool: again, startedMs: { first, after } }).finally(() => again.end())
  } finally {
    await server.stop()
    await rm(parent, { recursive: true, force: true })
  }
}

/** A session for everybody, written straight into the table: a thousand password hashes would take minutes. */
export async function signAllIn({ pool }: House): Promise<Client[]> {
  const { rows } = await pool.query(
    `select person.id, person.unit_id, unit.kind from ${SCHEMA}.directory_person person
     join ${SCHEMA}.directory_unit unit on unit.id = person.unit_id where login like 'bench%' order by person.id`,
  )
  const tokens = rows.map(() => randomBytes(32).toString('base64url'))
  await pool.query(
    `insert into ${SCHEMA}.directory_session (id, token_hash, person_id, started_at, last_seen_at, address, device)
     select uuidv7(), hash, person, now(), now(), '127.0.0.1', 'bench' from unnest($1::text[], $2::uuid[]) as t(hash, person)`,
    [tokens.map(hashToken), rows.map(({ id }) => id)],
  )
  return rows.map(({ id, unit_id: unitId, kind }, index) => ({
    cookie: `shiji=${tokens[index]}`,
    personId: id,
    unitId,
    isSupervisor: kind !== 'school',
  }))
}
