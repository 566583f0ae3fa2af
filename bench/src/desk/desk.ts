import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashToken } from '@shiji/server/modules/directory/session-store'
import { makeTrialServer, type TrialServer } from '@shiji/trials/chaos/trial-server'
import { makeFolder } from '@shiji/trials/trial-world'
import { Pool } from 'pg'
import { openInProcess } from '../house/in-process.ts'
import { SCHEMA } from '../house/open-house.ts'
import { type Figure, figure } from '../measure.ts'
import { compareCreate, compareList, timeLists } from './compare-desk.ts'
import { runCallers } from './many-callers.ts'
import { CALLERS, type Seeded, seedDesk, UNITS } from './seed-desk.ts'

const USUAL_TICKETS = 100_000

/** The service desk with `--tickets=1000000` or fewer; every ratio is of the same run. */
export function measure(words: readonly string[]): Promise<Figure[]> {
  const tickets = Number(words.find((word) => word.startsWith('--tickets='))?.split('=')[1] ?? USUAL_TICKETS)
  if (!Number.isInteger(tickets) || tickets < 1) throw new Error('--tickets= takes a whole number')
  return withDesk(tickets, async ({ server, pool, seeded }) => {
    const cookies = await signIn(pool, seeded)
    const callers = await runCallers({ server, cookies, schools: seeded.schools })
    const inside = openInProcess({ server, pool, startedMs: { first: 0, after: 0 } })
    try {
      const create = await compareCreate(inside, seeded)
      const list = await compareList(inside, seeded)
      const { lists, search } = await timeLists(inside, seeded)
      const among = `${tickets} tickets, ${UNITS} units`
      return [
        figure('a call logged against its bare SQL', { value: create.ratio, unit: '×' }, { atMost: 3 }),
        figure('list of open tickets against its bare SQL', { value: list.ratio, unit: '×' }, { atMost: 1.5 }),
        figure(
          `CPU a call, server and database, ${callers.perSecond} a second`,
          { value: callers.cpuMsEach, unit: 'ms' },
          { atMost: 10 },
        ),
        figure(
          `p95 of ${callers.creates} calls, ${CALLERS} clients`,
          { value: callers.p95Ms, unit: 'ms' },
          { atMost: 50 },
        ),
        figure('  calls that failed', { value: callers.failed, unit: 'calls' }, { atMost: 0 }),
        figure(`lists, ${among}: p95`, { value: lists, unit: 'ms' }, { atMost: 150 }),
        figure('two characters among them: p95', { value: search, unit: 'ms' }, { atMost: 50 }),
      ]
    } finally {
      await inside.close()
    }
  })
}

type Opened = { readonly server: TrialServer; readonly pool: Pool; readonly seeded: Seeded }

/** The product in a process of its own; it starts on the seeded tickets, as it does after a night. */
async function withDesk<Value>(tickets: number, work: (opened: Opened) => Promise<Value>): Promise<Value> {
  const parent = await makeFolder()
  const server = await makeTrialServer(join(parent, 'data'))
  const poolOf = () => {
    const pool = new Pool({ host: join(parent, 'data', 'socket'), user: 'shiji', database: 'shiji', max: 4 })
    pool.on('error', () => undefined)
    return pool
  }
  try {
    await server.start()
    const first = poolOf()
    const seeded = await seedDesk(first, SCHEMA, tickets)
    await first.end()
    await server.stop()
    await server.start()
    const pool = poolOf()
    return await work({ server, pool, seeded }).finally(() => pool.end())
  } finally {
    await server.stop()
    await rm(parent, { recursive: true, force: true })
  }
}

async function signIn(pool: Pool, { people }: Seeded): Promise<string[]> {
  const tokens = people.map(() => randomBytes(32).toString('base64url'))
  await pool.query(
    `insert into ${SCHEMA}.directory_session (id, token_hash, person_id, started_at, last_seen_at, address, device)
     select uuidv7(), hash, person, now(), now(), '127.0.0.1', 'bench' from unnest($1::text[], $2::uuid[]) as t(hash, person)`,
    [tokens.map(hashToken), people],
  )
  return tokens.map((token) => `shiji=${token}`)
}
