import { appendAnchor, listAnchors, measureAnchors } from '@shiji/server/platform/ledger/anchor-log'
import { sealLedger } from '@shiji/server/platform/ledger/seal-ledger'
import { type LedgerFault, verifyLedger } from '@shiji/server/platform/ledger/verify-ledger'
import type { PoolClient } from 'pg'
import { type Chance, makeChance } from '../chance.ts'
import type { TrialWorld } from '../trial-world.ts'
import { SCHEMA, TAMPERINGS, type Target } from './tamperings.ts'

type TamperSummary = {
  readonly seed: number
  readonly rounds: number
  readonly found: number
  readonly named: number
  readonly findings: readonly { readonly round: number; readonly did: string; readonly faults: readonly string[] }[]
}

const ENTRIES = 60
const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

/** Each round one tampering behind the product's back, verified and undone. */
export async function runTamper(world: TrialWorld, { rounds, seed }: { rounds: number; seed: number }) {
  const chance = makeChance(seed)
  const client = await world.pool.connect()
  try {
    const target = await sealEntries(client, world.folder, chance)
    const clean = await verify(client, world.folder)
    const findings = clean.length === 0 ? [] : [{ round: 0, did: 'nothing', faults: clean.map(describe) }]
    let [found, named] = [0, 0]
    for (let round = 1; round <= rounds; round += 1) {
      const { did, faults, isNamed } = await tamperOnce(target, world.folder, chance)
      if (faults.length > 0) found += 1
      if (isNamed) named += 1
      else findings.push({ round, did, faults: faults.map(describe) })
    }
    return { seed, rounds, found, named, findings } satisfies TamperSummary
  } finally {
    client.release(true)
  }
}

/** A ledger grown over several rounds of sealing, each head noted outside. */
async function sealEntries(client: PoolClient, folder: string, chance: Chance): Promise<Target> {
  await client.query(`set search_path to ${SCHEMA}`)
  const anchored: number[] = []
  for (let written = 0; written < ENTRIES; ) {
    const count = Math.min(chance.below(5) + 1, ENTRIES - written)
    for (let index = 0; index < count; index += 1) {
      await client.query(
        `insert into ledger_entry (id, at, actor_id, did, request_id, detail) values ($1, $2, $3, $4, $5, $6)`,
        [chance.uuid(), NOW.toString(), chance.uuid(), `trial.${written + index}`, `r-${written + index}`, '{"n": 1}'],
      )
    }
    written += count
    const { number, link } = await sealLedger(client, SCHEMA, NOW, 'standing-still')
    await appendAnchor(folder, { schema: SCHEMA, number, link, at: NOW.toString() })
    anchored.push(Number(number))
  }
  return { client, sealed: ENTRIES, anchored }
}

async function tamperOnce(target: Target, folder: string, chance: Chance) {
  const { client } = target
  await client.query("begin; set local session_replication_role = 'replica'")
  try {
    const { did, isNamed } = await chance.pick(TAMPERINGS)(target, chance)
    const faults = await verify(client, folder)
    return { did, faults, isNamed: faults.some(isNamed) }
  } finally {
    await client.query('rollback')
  }
}

async function verify(client: PoolClient, folder: string): Promise<LedgerFault[]> {
  return verifyLedger(client, SCHEMA, anchorsOf(folder))
}

async function* anchorsOf(folder: string) {
  for await (const line of listAnchors(folder, await measureAnchors(folder))) {
    if (line.kind === 'anchor') yield line.anchor
  }
}

function describe(fault: LedgerFault): string {
  return Object.values(fault).join(' ')
}
