import { randomUUID } from 'node:crypto'
import { type PackFault, verifyPack } from '@shiji/kernel/bundle/verify-pack'
import { MODULES } from '@shiji/server/app/modules'
import { checkSeal } from '@shiji/server/modules/evidence/pack/check-seal'
import { makeSeal } from '@shiji/server/modules/evidence/pack/make-seal'
import { hashed } from '@shiji/server/modules/evidence/pack/node-hash'
import { findSeal, type Seal } from '@shiji/server/modules/evidence/pack/seal-store'
import { takePack } from '@shiji/server/modules/evidence/pack/take-pack'
import type { PersonContext } from '@shiji/server/platform/context'
import { read } from '@shiji/server/platform/database/transaction'
import { ZIP_TEXT } from '@shiji/server/platform/files/write-zip'
import { sealLedger } from '@shiji/server/platform/ledger/seal-ledger'
import { measuresOf } from '@shiji/server/platform/measure'
import { type Chance, makeChance } from '../chance.ts'
import { foundUnits, NOW, seat } from '../office/found-office.ts'
import type { TrialWorld } from '../trial-world.ts'
import { type Meddled, meddleWithPack } from './pack-tamperings.ts'
import { meddleWithRecord, recordPayments } from './record-tamperings.ts'

type PackTamperSummary = {
  readonly seed: number
  readonly rounds: number
  readonly named: number
  readonly findings: readonly Finding[]
}

type Finding = { readonly round: number; readonly did: string; readonly faults: readonly string[] }

/** Half of the rounds meddle with the pack, half with a record in the database; each is verified and undone. */
export async function runPackTamper(
  world: TrialWorld,
  { rounds, seed }: { rounds: number; seed: number },
): Promise<PackTamperSummary> {
  const chance = makeChance(seed)
  const context = await openOffice(world)
  const seal = await sealPayments(world, context, chance)
  const pack = Buffer.concat(await takePack(context, seal, { masked: false }))
  const clean = [...verify(pack), ...(await check(context, seal))]
  const findings: Finding[] = clean.length === 0 ? [] : [{ round: 0, did: 'nothing', faults: clean }]
  let named = 0
  for (let round = 1; round <= rounds; round += 1) {
    const { did, faults, isNamed } = chance.hit(0.5)
      ? tamperWithPack(pack, chance)
      : await tamperWithRecords(world, { context, seal }, chance)
    if (isNamed) named += 1
    else findings.push({ round, did, faults })
  }
  return { seed, rounds, named, findings }
}

type Outcome = { readonly did: string; readonly faults: readonly string[]; readonly isNamed: boolean }

function tamperWithPack(pack: Uint8Array, chance: Chance): Outcome {
  const { bytes, did, names }: Meddled = meddleWithPack(pack, chance)
  const faults = verifyFaults(bytes)
  return { did, faults: faults.map(describe), isNamed: faults.some(names) }
}

type Sealed = { readonly context: PersonContext; readonly seal: Seal }

async function tamperWithRecords(world: TrialWorld, { context, seal }: Sealed, chance: Chance): Promise<Outcome> {
  const { did, id, undo } = await meddleWithRecord(world, chance)
  try {
    const { differences } = await checkSeal(context, seal)
    const faults = differences.map((difference) => Object.values(difference).join(' '))
    return { did, faults, isNamed: differences.some((difference) => difference.id === id) }
  } finally {
    await undo()
  }
}

function verifyFaults(bytes: Uint8Array): readonly PackFault[] {
  return hashed(verifyPack(new Uint8Array(bytes), ZIP_TEXT)).faults
}

function verify(bytes: Uint8Array): string[] {
  return verifyFaults(bytes).map(describe)
}

async function check(context: PersonContext, seal: Seal): Promise<string[]> {
  return (await checkSeal(context, seal)).differences.map((difference) => Object.values(difference).join(' '))
}

function describe(fault: PackFault): string {
  return Object.values(fault).join(' ')
}

async function openOffice({ chenghu: db, files, secrets }: TrialWorld): Promise<PersonContext> {
  const { own: unitId } = await foundUnits(db)
  const { personId } = await seat(db, { unitId, roles: ['project-contact'] })
  return {
    ...{ db, files, secrets, now: NOW, newId: randomUUID, requestId: 'trial', language: 'zh', district: '澄湖区' },
    actor: { kind: 'person', personId, unitId, sessionId: randomUUID(), permissions: new Set() },
    caller: { address: '127.0.0.1', device: 'trial', session: null, setSession: () => undefined },
    listeners: [],
    measures: measuresOf(MODULES),
  }
}

const SUBJECT = '01900000-0000-7000-8000-000000000001'

async function sealPayments(world: TrialWorld, context: PersonContext, chance: Chance): Promise<Seal> {
  const { unitId, personId } = context.actor
  const projectId = await recordPayments(world, { unitId, personId, chance })
  const series = { id: randomUUID(), params: {}, scope: { unitId, projectId } }
  const row = { target: '≥95%', period: { from: '2025-01-01', until: '2025-12-31' }, value: null, note: null }
  const rows = [
    { ...row, indicator: '产出-成本-预算执行率', series: { ...series, measure: 'performance.execution-rate' } },
    { ...row, indicator: '产出-成本-资金到位率', series: { ...series, measure: 'performance.funds-in-place' } },
    { ...row, indicator: '产出-质量-无', series: null },
  ]
  const text = new TextEncoder().encode('合同')
  const file = { path: '附件/合同.txt', title: '合同.txt', bytes: text.length, sha256: await context.files.save(text) }
  const files = [{ ...file, kind: 'attachment' as const }]
  const asked = { subjectId: SUBJECT, project: '试验项目', unit: '试验单位', year: 2025, rows, files, sealedBy: '试验' }
  const number = await makeSeal(context, asked)
  const client = await world.pool.connect()
  await sealLedger(client, world.chenghu.schema, NOW, 'standing-still').finally(() => client.release())
  const seal = await read(context.db, (reader) => findSeal(reader, { subjectId: SUBJECT, number }))
  if (seal === undefined) throw new Error('the seal is not there')
  return seal
}
