import { randomUUID } from 'node:crypto'
import { verifyPack } from '@shiji/kernel/bundle/verify-pack'
import { makeSeal } from '@shiji/server/modules/evidence/pack/make-seal'
import { hashed } from '@shiji/server/modules/evidence/pack/node-hash'
import { findSeal } from '@shiji/server/modules/evidence/pack/seal-store'
import { takePack } from '@shiji/server/modules/evidence/pack/take-pack'
import type { PersonContext } from '@shiji/server/platform/context'
import { read } from '@shiji/server/platform/database/transaction'
import { ZIP_TEXT } from '@shiji/server/platform/files/write-zip'
import { sealLedger } from '@shiji/server/platform/ledger/seal-ledger'
import type { TrialWorld } from '@shiji/trials/trial-world'
import { medianMs } from '../measure.ts'
import { SMALL } from './seed-readings.ts'

export const SEALED_ROWS = 43

export type Sealed = {
  readonly records: number
  readonly packS: number
  readonly verifyS: number
  readonly megabytes: number
}

type Asked = { readonly unitId: string; readonly now: Temporal.Instant }

/** Seals and packs the rows of a small office, and verifies the pack; seconds of each. */
export async function sealSmall(world: TrialWorld, context: PersonContext, { unitId, now }: Asked): Promise<Sealed> {
  const { year } = now.toZonedDateTimeISO('Asia/Shanghai')
  const series = {
    id: randomUUID(),
    measure: 'desk.ticket-volume',
    params: {},
    scope: { unitId, projectId: null },
  }
  const row = {
    target: '≤1000次',
    period: { from: `${year}-01-01`, until: `${year}-12-31` },
    series,
    value: null,
    note: null,
  }
  const rows = Array.from({ length: SEALED_ROWS }, (_, at) => ({ ...row, indicator: `产出-数量-${at}` }))
  const subjectId = randomUUID()
  const start = performance.now()
  const asked = { subjectId, project: '运维', unit: '信息中心', year, rows, files: [], sealedBy: '林测' }
  const number = await makeSeal(context, asked)
  const client = await world.pool.connect()
  await sealLedger(client, world.chenghu.schema, now, 'standing-still').finally(() => client.release())
  const seal = await read(context.db, (reader) => findSeal(reader, { subjectId, number }))
  if (seal === undefined || seal.records !== SEALED_ROWS * SMALL) throw new Error('the seal is not whole')
  const pack = new Uint8Array(Buffer.concat(await takePack(context, seal, { masked: false })))
  const packS = (performance.now() - start) / 1_000
  const verifyS = (await medianMs(() => hashed(verifyPack(pack, ZIP_TEXT)), { warmUp: 1, rounds: 3 })) / 1_000
  return { records: seal.records, packS, verifyS, megabytes: Math.round(pack.length / 2 ** 20) }
}
