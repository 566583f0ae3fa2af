import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { countWrites } from '../chaos/count-writes.ts'
import { killOrphans } from '../chaos/kill.ts'
import { openDesk } from '../chaos/open-desk.ts'
import { makeTrialServer, type TrialServer, untilReady } from '../chaos/trial-server.ts'
import { type Desk, startWriting } from '../chaos/writing-client.ts'
import { makeFolder } from '../trial-world.ts'
import { databaseAway } from './database-away.ts'
import { diskFull } from './disk-full.ts'
import { secondServer } from './second-server.ts'

export type Scene = {
  readonly server: TrialServer
  readonly desk: Desk
  /** How long the fault lasts. */
  readonly seconds: number
}

/** Something that goes wrong for a while: begun under writing clients, looked at, and ended. */
export type Fault = {
  readonly name: string
  /** Where the data folder lies; a disk of its own when the fault needs one. Answers how to give it back. */
  readonly prepare: (folder: string) => Promise<() => Promise<void>>
  /** Until the fault is over; answers what the office saw meanwhile that it should not have seen. */
  readonly happen: (scene: Scene) => Promise<readonly string[]>
}

type FaultOutcome = {
  readonly fault: string
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly ledgerFaults: number
  readonly orphans: number
  /** From the end of the fault until the product is ready again. */
  readonly readyMs: number
  readonly findings: readonly string[]
}

type FaultsSummary = {
  readonly seed: number
  readonly outcomes: readonly FaultOutcome[]
  readonly findings: readonly string[]
}

const CLIENTS = 4
const READY_WITHIN_MS = 20_000
const FAULTS: readonly Fault[] = [databaseAway, secondServer, diskFull]

type Faults = { readonly seconds: number; readonly seed: number; readonly tell: (text: string) => void }

/** What goes wrong in offices, one thing after another: clear refusals while it lasts, nothing lost, back by itself. */
export async function runFaults({ seconds, seed, tell }: Faults): Promise<FaultsSummary> {
  const outcomes: FaultOutcome[] = []
  for (const fault of FAULTS) {
    const outcome = await runFault(fault, seconds)
    tell(`${fault.name}: ${JSON.stringify(outcome)}`)
    outcomes.push(outcome)
  }
  const findings = outcomes.flatMap(({ fault, findings: found }) => found.map((what) => `${fault}: ${what}`))
  return { seed, outcomes, findings }
}

async function runFault(fault: Fault, seconds: number): Promise<FaultOutcome> {
  const parent = await makeFolder()
  const giveBack = await fault.prepare(parent)
  const server = await makeTrialServer(join(parent, 'data'))
  try {
    const desk = await openDesk(server.address, await server.start())
    const clients = Array.from({ length: CLIENTS }, (_, index) => startWriting(desk, `f${index}`))
    await sleep(1_000)
    const seen = await fault.happen({ server, desk, seconds })
    const readyMs = await untilReady(server, performance.now())
    await sleep(1_000)
    for (const client of clients) await client.stop()
    // The sealer gets its round.
    await sleep(2_500)
    const pool = new Pool({ host: join(parent, 'data', 'socket'), user: 'shiji', database: 'shiji', max: 2 })
    const counted = await countWrites({ server, pool }, clients).finally(() => pool.end())
    await server.stop()
    const orphans = await killOrphans(server.dataFolder)
    return judge(fault.name, { ...counted, readyMs, orphans }, seen)
  } finally {
    await server.stop()
    await killOrphans(server.dataFolder)
    await giveBack()
    await rm(parent, { recursive: true, force: true })
  }
}

type Counted = Awaited<ReturnType<typeof countWrites>> & { readonly readyMs: number; readonly orphans: number }

function judge(fault: string, counted: Counted, seen: readonly string[]): FaultOutcome {
  const { acknowledged, lost, doubled, ledgerLost, ledgerDoubled, ledgerFaults, orphans, readyMs, strange } = counted
  const harm = { lost, doubled, ledgerLost, ledgerDoubled, ledgerFaults, orphans }
  const findings = [
    ...Object.entries(harm).flatMap(([name, number]) => (number > 0 ? [`${number} ${name}`] : [])),
    ...(acknowledged === 0 ? ['nothing was ever written'] : []),
    ...(readyMs > READY_WITHIN_MS ? [`ready again after ${readyMs} ms`] : []),
    ...strange,
    ...seen,
  ]
  return { fault, acknowledged, lost, doubled, ledgerFaults, orphans, readyMs, findings }
}
