import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { type Chance, makeChance } from '../chance.ts'
import { makeFolder } from '../trial-world.ts'
import { countWrites } from './count-writes.ts'
import { kill, killOrphans } from './kill.ts'
import { openDesk } from './open-desk.ts'
import { makeTrialServer, postmasterOf, type TrialServer, untilReady } from './trial-server.ts'
import { type Desk, startWriting } from './writing-client.ts'

const VICTIMS = ['server', 'postmaster', 'both', 'backend'] as const
type Victim = (typeof VICTIMS)[number]

type Round = { readonly victim: Victim; readonly readyMs: number; readonly writeMs: number }

type ChaosSummary = {
  readonly seed: number
  readonly rounds: number
  readonly killed: Readonly<Record<Victim, number>>
  readonly acknowledged: number
  /** Writes that were sent more than once because a kill took the answer. */
  readonly repeated: number
  readonly lost: number
  readonly doubled: number
  readonly ledgerLost: number
  readonly ledgerDoubled: number
  readonly ledgerFaults: number
  readonly orphans: number
  /** From the kill until `/api/ready` says 200, and until a write begun afterwards is acknowledged. */
  readonly readyMs: { readonly p50: number; readonly p99: number }
  readonly writeMs: { readonly p50: number; readonly p99: number }
  readonly findings: readonly string[]
  /** What took longer than an office should wait; a busy machine is no fault of the product. */
  readonly slow: readonly string[]
}

const CLIENTS = 6
const READY_WITHIN_MS = 5_000

type Chaos = { readonly rounds: number; readonly seed: number; readonly tell: (text: string) => void }

/** Kills what carries the product, again and again, under people who write, and counts what they lost. */
export async function runChaos({ rounds, seed, tell }: Chaos): Promise<ChaosSummary> {
  const chance = makeChance(seed)
  const parent = await makeFolder()
  const server = await makeTrialServer(join(parent, 'data'))
  const pool = new Pool({ host: join(parent, 'data', 'socket'), user: 'shiji', database: 'shiji', max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    const desk = await openDesk(server.address, await server.start())
    const clients = Array.from({ length: CLIENTS }, (_, index) => startWriting(desk, `c${index}`))
    const lived: Round[] = []
    for (let round = 1; round <= rounds; round += 1) {
      await sleep(200 + chance.below(1_200))
      const outcome = await killOnce({ server, pool, desk }, chance, round)
      tell(`round ${round}: ${outcome.victim}, ready after ${outcome.readyMs} ms, written after ${outcome.writeMs} ms`)
      lived.push(outcome)
    }
    await sleep(500)
    for (const client of clients) await client.stop()
    // The sealer gets its round.
    await sleep(2_500)
    const counted = await countWrites({ server, pool }, clients)
    await pool.end()
    await server.stop()
    const orphans = await killOrphans(server.dataFolder)
    return summarise({ seed, rounds }, lived, { ...counted, orphans })
  } finally {
    await server.stop()
    await killOrphans(server.dataFolder)
    await rm(parent, { recursive: true, force: true })
  }
}

type Stage = { readonly server: TrialServer; readonly pool: Pool; readonly desk: Desk }

async function killOnce({ server, pool, desk }: Stage, chance: Chance, round: number): Promise<Round> {
  const victim = chance.pick(VICTIMS)
  const postmaster = await postmasterOf(server.dataFolder)
  const backend = victim === 'backend' ? await pickBackend(pool, chance) : 0
  const at = performance.now()
  if (victim === 'postmaster' || victim === 'both') process.kill(postmaster, 'SIGKILL')
  if (victim === 'backend') kill(backend)
  if (victim === 'server' || victim === 'both') {
    process.kill(server.pid(), 'SIGKILL')
    await server.start()
  }
  const readyMs = await untilReady(server, at)
  const probe = startWriting(desk, `probe${round}`)
  while (probe.writes[0]?.acknowledgedAt == null && performance.now() - at < 60_000) await sleep(5)
  const writeMs = Math.round((probe.writes[0]?.acknowledgedAt ?? Number.POSITIVE_INFINITY) - at)
  await probe.stop()
  return { victim, readyMs, writeMs }
}

async function pickBackend(pool: Pool, chance: Chance): Promise<number> {
  const { rows } = await pool.query(
    `select pid from pg_stat_activity where application_name like 'shiji-server-%' and backend_type = 'client backend'`,
  )
  return rows.length === 0 ? 0 : chance.pick(rows as { pid: number }[]).pid
}

type Counted = Awaited<ReturnType<typeof countWrites>> & { readonly orphans: number }

function summarise(asked: { seed: number; rounds: number }, lived: readonly Round[], counted: Counted): ChaosSummary {
  const { strange, ...counts } = counted
  const { acknowledged: _acknowledged, repeated: _repeated, ...harm } = counts
  const readyMs = percentiles(lived.map((round) => round.readyMs))
  const writeMs = percentiles(lived.map((round) => round.writeMs))
  const killed = { server: 0, postmaster: 0, both: 0, backend: 0 }
  for (const { victim } of lived) killed[victim] += 1
  const findings = [
    ...Object.entries(harm).flatMap(([name, number]) => (number > 0 ? [`${number} ${name}`] : [])),
    ...strange,
  ]
  // A database that is dying may still have said that it is ready; what was written says it for certain.
  const slow = writeMs.p99 > READY_WITHIN_MS ? [`written again p99 ${writeMs.p99} ms`] : []
  return { ...asked, killed, ...counts, readyMs, writeMs, findings, slow }
}

function percentiles(values: readonly number[]): { p50: number; p99: number } {
  const sorted = values.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}
