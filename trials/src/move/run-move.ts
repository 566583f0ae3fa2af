import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verifyLedger } from '@shiji/server/platform/ledger/verify-ledger'
import { onServer } from '@shiji/server/platform/tenants/database-server'
import { findHolder } from '@shiji/server/platform/tenants/follow-tenant'
import { findState } from '@shiji/server/platform/tenants/move/move-state'
import { type Chance, makeChance } from '../chance.ts'
import { type BusyOffice, openBusyOffice } from './busy-office.ts'
import { type Host, SCHEMA, type TwoServers, withTwoServers } from './two-servers.ts'

type MoveSummary = {
  readonly seed: number
  readonly rounds: number
  readonly moved: number
  readonly killed: number
  /** Kills that left the tenant on neither server: those who use it settle that. */
  readonly leftStanding: number
  readonly written: number
  readonly jobs: number
  readonly lost: number
  readonly doubled: number
  readonly jobsLost: number
  readonly jobsDoubled: number
  readonly ledgerFaults: number
  readonly answersLost: number
  /** How long the tenant stood still in whole moves, and how long any write waited in them. */
  readonly pauseMs: { readonly median: number; readonly longest: number }
  readonly longestWaitMs: { readonly whole: number; readonly killed: number }
  readonly findings: readonly string[]
  /** What took longer than an office should wait; a busy machine is no fault of the product. */
  readonly slow: readonly string[]
}

const MOVER = fileURLToPath(new URL('mover.ts', import.meta.url))
const ANSWERS = 600
const PAUSE_MS = 1_000
const BACK_WITHIN_MS = 5_000
const LEFT_STANDING_MS = 500
const STEPS = ['copying', 'in-step', 'switching', 'switching', 'open'] as const

type Asked = { readonly rounds: number; readonly seed: number; readonly tell: (text: string) => void }
type Round = {
  readonly killed: boolean
  readonly pauseMs: number | null
  readonly waitMs: number
  readonly backMs: number
}

/** Moves a district to and fro under people who write; every second mover is killed somewhere on the way. */
export async function runMove({ rounds, seed, tell }: Asked): Promise<MoveSummary> {
  const chance = makeChance(seed)
  return withTwoServers(async (servers) => {
    const office = await openBusyOffice(servers)
    await plantAnswers(servers.hosts[0])
    const lived: Round[] = []
    await sleep(1_000)
    for (let number = 1; number <= rounds; number += 1) {
      office.longestWait()
      const round = await moveOnce(servers, chance, number % 2 === 0)
      await sleep(500)
      lived.push({ ...round, waitMs: office.longestWait() })
      tell(`round ${number}: ${JSON.stringify(lived.at(-1))}`)
    }
    await office.stop()
    return summarise({ seed, rounds }, lived, { office, counted: await count(servers, office) })
  })
}

async function moveOnce({ hosts }: TwoServers, chance: Chance, kill: boolean): Promise<Round> {
  const from = (await findHolder(hosts, SCHEMA)) === hosts[0] ? hosts[0] : hosts[1]
  const to = from === hosts[0] ? hosts[1] : hosts[0]
  const order = { from: from.address, to: to.address, schema: SCHEMA }
  const child = spawn(process.execPath, [MOVER, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const step = chance.pick(STEPS)
  // The switch takes some 20 ms, the copy a second.
  const killAt = kill ? { step, afterMs: chance.below(step === 'copying' ? 800 : 20) } : null
  const last = await hear(child, killAt)
  const began = performance.now()
  while ((await findHolder(hosts, SCHEMA)) === null && performance.now() - began < 2 * BACK_WITHIN_MS) await sleep(20)
  return { killed: last.killed, pauseMs: last.pauseMs, waitMs: 0, backMs: performance.now() - began }
}

type Ended = { readonly killed: boolean; readonly pauseMs: number | null }

/** Follows a mover to its end, or ends it a moment after the step it is to die in. */
async function hear(child: ChildProcess, killAt: { step: string; afterMs: number } | null): Promise<Ended> {
  if (child.stdout === null || child.stderr === null) throw new Error('no output to read')
  let pauseMs: number | null = null
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-2_000)
  })
  createInterface({ input: child.stdout }).on('line', (text) => {
    const said: { step?: string; kind?: string; pauseMs?: number } = JSON.parse(text)
    if (said.pauseMs !== undefined) pauseMs = said.pauseMs
    if (said.step !== undefined && said.step === killAt?.step) setTimeout(() => child.kill('SIGKILL'), killAt.afterMs)
  })
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once('close', (...end) => resolve(end)),
  )
  if (signal === null && (code !== 0 || pauseMs === null)) throw new Error(`the mover ended with ${code}: ${complaint}`)
  return { killed: signal !== null, pauseMs }
}

/** Answers of a probe in a month that only this server has open, and in one that none has: they lie in parts. */
async function plantAnswers({ pool }: Host): Promise<void> {
  await pool.query(`select ${SCHEMA}.watch_open_month('2024-01-01')`)
  await pool.query(
    `insert into ${SCHEMA}.watch_sample select gen_random_uuid(), timestamptz '2024-01-20' + place * interval '1 hour',
       true, 60, 12, '' from generate_series(1, ${ANSWERS}) as place`,
  )
}

type Count = 'lost' | 'doubled' | 'jobsLost' | 'jobsDoubled' | 'ledgerFaults' | 'answersLost'
type Counted = Pick<MoveSummary, Count> & {
  readonly holders: number
}

async function count({ hosts }: TwoServers, office: BusyOffice): Promise<Counted> {
  const states = await Promise.all(hosts.map(({ pool }) => findState(pool, SCHEMA)))
  const holder = hosts.find((_, index) => states[index] === 'open') ?? hosts[0]
  const units = await tally(holder, `select name as word from ${SCHEMA}.directory_unit where kind = 'school'`)
  const jobs = await tally(
    holder,
    `select detail->>'number' as word from ${SCHEMA}.ledger_entry where did = 'trial.noted'`,
  )
  const answers = await holder.pool.query(`select count(*)::int as count from ${SCHEMA}.watch_sample`)
  const faults = await onServer(holder.pool, (client) => verifyLedger(client, SCHEMA, []))
  const several = (tally: ReadonlyMap<string, number>) => [...tally.values()].filter((times) => times > 1).length
  return {
    holders: states.filter((state) => state === 'open').length,
    lost: office.written.filter((name) => !units.has(name)).length,
    doubled: several(units),
    jobsLost: office.promised.filter((number) => !jobs.has(String(number))).length,
    jobsDoubled: several(jobs),
    ledgerFaults: faults.length,
    answersLost: ANSWERS - answers.rows[0].count,
  }
}

async function tally({ pool }: Host, text: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query(text)
  const times = new Map<string, number>()
  for (const { word } of rows) times.set(word, (times.get(word) ?? 0) + 1)
  return times
}

type Seen = { readonly office: BusyOffice; readonly counted: Counted }

function summarise(
  run: { seed: number; rounds: number },
  lived: readonly Round[],
  { office, counted }: Seen,
): MoveSummary {
  const pauses = lived.flatMap(({ pauseMs }) => (pauseMs === null ? [] : [Math.round(pauseMs)])).sort((a, b) => a - b)
  const longest = (killed: boolean) =>
    Math.round(Math.max(0, ...lived.filter((round) => round.killed === killed).map(({ waitMs }) => waitMs)))
  const { holders, ...figures } = counted
  const findings = [
    ...Object.entries(figures).flatMap(([name, value]) => (value === 0 ? [] : [`${name}: ${value}`])),
    ...(holders === 1 ? [] : [`${holders} servers hold the tenant`]),
    ...office.strange.slice(0, 5),
  ]
  const slow = [
    ...pauses.filter((pause) => pause > PAUSE_MS).map((pause) => `a pause of ${pause} ms`),
    ...lived.filter(({ backMs }) => backMs > BACK_WITHIN_MS).map(({ backMs }) => `back after ${Math.round(backMs)} ms`),
  ]
  return {
    ...run,
    moved: lived.filter(({ killed }) => !killed).length,
    killed: lived.filter(({ killed }) => killed).length,
    leftStanding: lived.filter(({ backMs }) => backMs > LEFT_STANDING_MS).length,
    written: office.written.length,
    jobs: office.promised.length,
    ...figures,
    pauseMs: { median: pauses[Math.floor(pauses.length / 2)] ?? 0, longest: pauses.at(-1) ?? 0 },
    longestWaitMs: { whole: longest(false), killed: longest(true) },
    findings,
    slow,
  }
}
