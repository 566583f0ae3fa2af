import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stretch } from '@shiji/kernel/watch/follow-samples'
import { openPortal, type Portal } from '@shiji/server/testing/portal'
import { Pool } from 'pg'
import { type Chance, makeChance } from '../chance.ts'
import { kill, killOrphans } from '../chaos/kill.ts'
import { openDesk } from '../chaos/open-desk.ts'
import { makeTrialServer, postmasterOf, type TrialServer, untilReady } from '../chaos/trial-server.ts'
import type { Desk } from '../chaos/writing-client.ts'
import { openSession, seat } from '../office/found-office.ts'
import { makeFolder } from '../trial-world.ts'
import { type Judged, judgeAnswers } from './judge-answers.ts'

const SCHEMA = 'tenant_district'
const EVERY_SECONDS = 10
const RULE = { kind: 'in-a-row', failures: 1, successes: 1 } as const
/** Until the lease of a killed server has run out and the next has looked. */
const SETTLES_MS = 30_000

export type ProbesSummary = Judged & {
  readonly seed: number
  readonly kills: number
  readonly awaySeconds: number
  /** Questions the portal was asked. */
  readonly asked: number
  readonly kept: number
}

type Asked = { readonly rounds: number; readonly awaySeconds: number; readonly seed: number }
type Watched = Asked & { readonly tell: (text: string) => void }

/**
 * The product looks at a portal that fails now and then, and is killed again and again; half-way its database is away
 * for a while and it is killed before the database is back. What it kept is held against the portal's own record.
 */
export async function runProbes({ rounds, awaySeconds, seed, tell }: Watched): Promise<ProbesSummary> {
  const chance = makeChance(seed)
  const parent = await makeFolder()
  const server = await makeTrialServer(join(parent, 'data'))
  const portal = await openPortal()
  const pool = new Pool({ host: join(parent, 'data', 'socket'), user: 'shiji', database: 'shiji', max: 2 })
  pool.on('error', () => undefined)
  try {
    const desk = await openDesk(server.address, await server.start())
    const probeId = await beginWatching(desk, pool, portal)
    await untilAsked(portal, 2)
    const kills: number[] = []
    for (let round = 1; round <= rounds; round += 1) {
      if (round === Math.ceil(rounds / 2)) kills.push(await loseDatabase({ server, portal }, awaySeconds))
      kills.push(await killOnce({ server, portal }, chance))
      tell(`round ${round}: killed after ${portal.asked.length} looks`)
    }
    portal.turn(true)
    await sleep(SETTLES_MS)
    const { kept, drawn } = await readWatch(pool, probeId)
    const { asked, turns } = portal
    // A look that is on its way now has not been brought.
    const until = (kept.at(-1)?.at ?? 0) * 1000 + 1_000
    const account = { rule: RULE, everySeconds: EVERY_SECONDS, turns, kept, drawn, kills }
    const judged = judgeAnswers({ ...account, asked: asked.filter(({ atMs }) => atMs < until) })
    const counts = { kills: kills.length, awaySeconds, asked: asked.length, kept: kept.length }
    return { seed, ...counts, ...judged }
  } finally {
    await pool.end()
    await server.stop()
    await killOrphans(server.dataFolder)
    await portal.close()
    await rm(parent, { recursive: true, force: true })
  }
}

type Site = { readonly server: TrialServer; readonly portal: Portal }

/** Now and then the portal is taken away or comes back while nobody looks. */
async function killOnce({ server, portal }: Site, chance: Chance): Promise<number> {
  const seen = portal.asked.length
  await untilAsked(portal, seen + 1 + chance.below(2))
  if (chance.hit(0.4)) portal.turn(chance.hit(0.5))
  await sleep(chance.below(EVERY_SECONDS * 1000))
  const at = Date.now()
  kill(server.pid())
  if (chance.hit(0.3)) portal.turn(chance.hit(0.5))
  await server.start()
  return at
}

/** The folder of the database is barred, so that it stays away; the server is killed with answers waiting on its disk. */
async function loseDatabase({ server, portal }: Site, seconds: number): Promise<number> {
  // One that was just started has nobody's probes in hand yet.
  await untilAsked(portal, portal.asked.length + 2)
  const cluster = join(server.dataFolder, 'postgres')
  const postmaster = await postmasterOf(server.dataFolder)
  await chmod(cluster, 0o000)
  kill(postmaster)
  await sleep(seconds * 1000)
  const at = Date.now()
  kill(server.pid())
  await chmod(cluster, 0o700)
  await server.start()
  await untilReady(server, performance.now())
  return at
}

async function untilAsked({ asked }: Portal, times: number): Promise<void> {
  const until = performance.now() + 2 * SETTLES_MS + 60_000
  while (asked.length < times) {
    if (performance.now() > until) throw new Error(`nobody looked at the portal after ${asked.length} looks`)
    await sleep(100)
  }
}

async function beginWatching(desk: Desk, pool: Pool, { port }: Portal): Promise<string> {
  const db = { pool, schema: SCHEMA }
  const engineer = await seat(db, { unitId: desk.unitId, roles: ['engineer'] })
  const cookie = await openSession(db, engineer.personId, Temporal.Now.instant())
  const address = { host: '127.0.0.1', port, reach: 'this-machine' }
  await ask(desk, { method: 'PUT', path: '/outgoing-addresses', cookie: desk.cookie, body: address })
  const probe = {
    ...{ name: '门户', service: '门户', deskService: 'application', everySeconds: EVERY_SECONDS, timeoutMs: 2_000 },
    ...{ retries: 0, retrySeconds: EVERY_SECONDS, quorum: RULE, parentId: null, isOn: true, secret: null },
    target: {
      ...{ kind: 'http', url: `http://127.0.0.1:${port}/`, method: 'GET', statusFrom: 200, statusTo: 299 },
      ...{ contains: '', header: null, user: '', trust: 'verified', daysLeft: null },
    },
  }
  const { id } = await ask(desk, { method: 'POST', path: '/watch/probes', cookie, body: probe })
  return id
}

type Request = { readonly method: string; readonly path: string; readonly cookie: string; readonly body: object }

async function ask({ address }: Desk, { method, path, cookie, body }: Request): Promise<{ id: string }> {
  const headers = { cookie, 'content-type': 'application/json' }
  const reply = await fetch(`${address}/api${path}`, { method, headers, body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as { id: string }
}

async function readWatch(pool: Pool, probeId: string) {
  const samples = await pool.query(
    `select extract(epoch from at)::int as at, is_up as "isUp", holds from ${SCHEMA}.watch_sample
     where probe_id = $1 order by at`,
    [probeId],
  )
  const stretches = await pool.query<Stretch>(
    `select extract(epoch from from_at)::int as "from", extract(epoch from to_at)::int as "to", state
     from ${SCHEMA}.watch_stretch where probe_id = $1 order by from_at`,
    [probeId],
  )
  return { kept: samples.rows as { at: number; isUp: boolean; holds: number }[], drawn: stretches.rows }
}
