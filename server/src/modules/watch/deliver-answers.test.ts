import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openDelivery } from './deliver-answers.ts'
import type { TakenSample } from './save-samples.ts'
import { openSpool } from './spool.ts'

let folder: string
let isAway: boolean
let brought: number[]
let told: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiji-delivery-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  ;[isAway, brought, told] = [true, [], []]
})

const PROBE = '0198c1a2-0000-7000-8000-000000000001'
const seenAt = (at: number): TakenSample => {
  return { probeId: PROBE, at, isUp: true, holds: 60, tookMs: 5, problem: '', certificateUntil: null }
}
const open = (spoolFile: string) =>
  openDelivery({
    spoolFile,
    bring: async (samples) => {
      if (isAway) throw new Error('away')
      brought.push(...samples.map(({ at }) => at))
    },
    report: ({ kind }) => void told.push(kind),
  })

test('where the disk takes nothing answers wait in memory, which is told once, and come in order', async () => {
  // A file stands where the folder of the spool should be: nothing can be written below it.
  await writeFile(join(folder, 'full'), '')
  const delivery = open(join(folder, 'full', 'spool.jsonl'))
  for (const at of [1, 2, 3]) {
    delivery.take(seenAt(at))
    await delivery.deliver()
  }
  expect(told).toEqual(['held'])
  isAway = false
  await rm(join(folder, 'full'))
  await delivery.deliver()
  expect({ brought, told }).toEqual({ brought: [1, 2, 3], told: ['held', 'delivered'] })
})

test('room on the disk again takes what waited in memory', async () => {
  await writeFile(join(folder, 'full'), '')
  const first = open(join(folder, 'full', 'spool.jsonl'))
  first.take(seenAt(1))
  await first.deliver()
  await rm(join(folder, 'full'))
  await first.deliver()
  expect(told).toEqual(['held', 'spooling'])
  isAway = false
  await open(join(folder, 'full', 'spool.jsonl')).deliver()
  expect(brought).toEqual([1])
})

test('a line that a full disk cut off spoils no other', async () => {
  const file = join(folder, 'spool.jsonl')
  await openSpool(file).put([seenAt(1)])
  await appendFile(file, '\n{"probeId":"0198c1a2-00')
  await openSpool(file).put([seenAt(2), seenAt(3)])
  isAway = false
  await open(file).deliver()
  expect(brought).toEqual([1, 2, 3])
})
