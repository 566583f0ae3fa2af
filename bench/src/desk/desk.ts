import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashToken } from '@shiji/server/modules/directory/session-store'
import { makeTrialServer, type TrialServer } from '@shiji/trials/chaos/trial-server'
import { makeFolder } from '@shiji/trials/trial-world'
import { Pool } from 'pg'
import { openInProcess } from '../house/in-process.ts'
import { SCHEMA } from '../house/open-house.ts'
import { type Figure, figure, type Pair } from '../measure.ts'
import { compareCreate, compareList, contextAt, timeLists } from './compare-desk.ts'
import { type Followed, timeFollowing } from './follow-clocks.ts'
import { type Callers, runCallers } from './many-callers.ts'
import { CALLERS, type Seeded, seedDesk, UNITS } from './seed-desk.ts'

const USUAL_TICKETS = 100_000

const SECONDS = 20
const MINUTE = 60
const HUNDRED_THOUSAND = 100_000

/** The service desk with `--tickets=1000000` or fewer; every ratio is of the same run. */
export function measure(words: readonly string[]): Promise<Figure[]> {
  const tickets = Number(words.find((word) => word.startsWith('--tickets='))?.split('=')[1] ?? USUAL_TICKETS)
  if (!Number.isInteger(tickets) || tickets < 1) throw new Error('--tickets= takes a whole number')
  return withDesk(tickets, async ({ server, pool, seeded }) => {
    const cookies = await signIn(pool, seeded)
    const one = await runCallers({ servers: [server], seconds: SECONDS, cookies, schools: seeded.schools })
    const two = await withSecond(server, (servers) => runCallers({ servers, seconds: MINUTE, cookies, ...seeded }))
    const lost = await countLost(pool, [...one.logged, ...two.logged])
    const inside = openInProcess({ server, pool, startedMs: { first: 0, after: 0 } })
    try {
      const create = await compareCreate(inside, seeded)
      const list = await compareList(inside, seeded)
      const { lists, search } = await timeLists(inside, seeded)
      const followed = await timeFollowing({ pool, seeded, tickets, context: () => contextAt(inside, seeded) })
      return [
        ...figuresOfOne({ create, list, lists, search }, `${tickets} tickets, ${UNITS} units`),
        ...figuresOfMany(one, two, lost),
        ...figuresOfClocks(followed),
      ]
    } finally {
      await inside.close()
    }
  })
}

type Alone = { readonly create: Pair; readonly list: Pair; readonly lists: number; readonly search: number }

function figuresOfOne({ create, list, lists, search }: Alone, among: string): Figure[] {
  return [
    figure('a call logged against its bare SQL', { value: create.ratio, unit: '×' }, { atMost: 3 }),
    figure('list of open tickets against its bare SQL', { value: list.ratio, unit: '×' }, { atMost: 1.5 }),
    figure(`lists, ${among}: p95`, { value: lists, unit: 'ms' }, { atMost: 150 }),
    figure('two characters among them: p95', { value: search, unit: 'ms' }, { atMost: 50 }),
  ]
}

function figuresOfMany(one: Callers, two: Callers, lost: number): Figure[] {
  const cpu = `CPU a call, server and database, ${one.perSecond} a second`
  return [
    figure(cpu, { value: one.cpuMsEach, unit: 'ms' }, { atMost: 10 }),
    figure(`p95 of ${one.creates} calls, ${CALLERS} clients`, { value: one.p95Ms, unit: 'ms' }, { atMost: 50 }),
    figure(`two servers, ${MINUTE} s`, { value: two.perSecond, unit: 'calls/s' }, { atLeast: 500 }),
    figure('  CPU a call of theirs', { value: two.cpuMsEach, unit: 'ms' }, { atMost: 10 }),
    figure('  calls that failed', { value: one.failed + two.failed, unit: 'calls' }, { atMost: 0 }),
    figure('  calls that were lost', { value: lost, unit: 'calls' }, { atMost: 0 }),
  ]
}

function figuresOfClocks({ tickets, changed, seconds }: Followed): Figure[] {
  const each = (seconds * HUNDRED_THOUSAND) / tickets
  return [
    figure(`a calendar changed, ${tickets} tickets, by 100 000`, { value: each, unit: 's' }, { atMost: MINUTE }),
    figure('  tickets it made a difference to', { value: changed, unit: 'tickets' }, { atLeast: tickets / 4 }),
  ]
}

async function withSecond<Value>(
  server: TrialServer,
  work: (servers: readonly TrialServer[]) => Promise<Value>,
): Promise<Value> {
  const second = await makeTrialServer(server.dataFolder)
  await second.start()
  return work([server, second]).finally(() => second.stop())
}

async function countLost(pool: Pool, logged: readonly string[]): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int from ${SCHEMA}.desk_ticket where id = any($1::uuid[])`, [
    logged,
  ])
  return logged.length - rows[0].count
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
