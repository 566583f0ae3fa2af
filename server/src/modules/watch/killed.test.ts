import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { followSamples, mergeStretches, NEW_WATCH } from '@shiji/kernel/watch/follow-samples'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { makeOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'
import { openDelivery } from './deliver-answers.ts'
import { saveSamples, secondOf, stateOf, type TakenSample } from './save-samples.ts'

const PROBE = {
  ...{ name: '门户', service: '门户', deskService: 'application', everySeconds: 10, timeoutMs: 2000, retries: 0 },
  ...{ target: { kind: 'push' }, retrySeconds: 10, parentId: null, isOn: true, secret: null },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
}
const EVERY_SECONDS = 10
/** Forty minutes of looks, ten of them without a database. */
const LOOKS = 240
const AWAY = { from: 60, until: 120 }
const KILLS = 50

/** What becomes of a look: how bringing it goes, and whether the process ends there. */
const FATE = fc.record({
  bringing: fc.constantFrom('comes', 'comes', 'comes', 'kept-but-unheard' as const),
  delivers: fc.boolean(),
})

test('without a database for ten minutes and killed fifty times, no answer counts twice and no gap is silent', async () => {
  const now = Temporal.Instant.from('2026-03-02T02:00:00Z')
  const world = await makeWorld()
  const office = await makeOffice(world, { now: () => now })
  const engineer = await office.addPerson('chenhao', { unitId: await office.addUnit('信息中心'), roles: ['engineer'] })
  const { id: probeId } = (await engineer.ask('POST', '/watch/probes', { body: PROBE })).body
  const folder = await mkdtemp(join(tmpdir(), 'shiji-killed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))

  const fates = fc.sample(FATE, { numRuns: LOOKS, seed: 11 })
  const kills = new Set(
    fc.sample(fc.uniqueArray(fc.nat(LOOKS - 1), { minLength: KILLS, maxLength: KILLS }), { numRuns: 1, seed: 5 })[0],
  )
  let look = 0
  const bring = async (samples: readonly TakenSample[]) => {
    if (look >= AWAY.from && look < AWAY.until) throw new Error('away')
    await inTransaction(world.chenghu, (tx) => saveSamples(tx, samples))
    if (fates[look]?.bringing === 'kept-but-unheard') throw new Error('the answer of the database was lost')
  }
  const start = () => openDelivery({ spoolFile: join(folder, 'spool.jsonl'), bring, report: () => undefined })
  let delivery = start()
  /** In memory when the process is killed: gone, and to be told as unknown. */
  let inHand: number[] = []
  const lost = new Set<number>()
  for (; look < LOOKS; look += 1) {
    const at = secondOf(now) + look * EVERY_SECONDS
    const isUp = look % 40 > 4
    const problem = isUp ? '' : '{"code":"no-beat","parameters":{}}'
    delivery.take({ probeId, at, isUp, holds: EVERY_SECONDS, tookMs: 1, problem, certificateUntil: null })
    inHand.push(at)
    if (fates[look]?.delivers === true) {
      await delivery.deliver()
      inHand = []
    }
    if (!kills.has(look)) continue
    for (const one of inHand) lost.add(one)
    inHand = []
    delivery = start()
  }
  await delivery.deliver()
  await delivery.deliver()

  const { raw, drawn } = await read(world.chenghu, async (reader) => ({
    raw: await reader.selectFrom('watchSample').select(['at', 'isUp', 'holds']).orderBy('at').execute(),
    drawn: await reader.selectFrom('watchStretch').selectAll().orderBy('fromAt').execute(),
  }))
  const kept = raw.map(({ at, isUp, holds }) => ({ at: secondOf(at), isUp, holds }))
  const all = Array.from({ length: LOOKS }, (_, index) => secondOf(now) + index * EVERY_SECONDS)
  expect(kills.size).toBe(KILLS)
  expect(lost.size).toBeGreaterThan(0)
  expect(kept.map(({ at }) => at)).toEqual(all.filter((at) => !lost.has(at)))
  // From the raw answers alone somebody else draws the same, and where one was lost nobody says that it was up.
  const { settled } = followSamples({ kind: 'in-a-row', failures: 2, successes: 1 }, NEW_WATCH, kept)
  const stretches = drawn.map(({ fromAt, toAt, state }) => {
    return { from: secondOf(fromAt), to: secondOf(toAt), state: stateOf(state) }
  })
  expect(mergeStretches(stretches)).toEqual(settled)
  for (const gap of lost) {
    expect(stretches.find(({ from, to }) => from <= gap && gap < to)?.state ?? 'unknown').not.toBe('up')
  }
})
