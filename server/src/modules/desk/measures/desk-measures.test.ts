import { addParts, figureOf, type Parts } from '@shiji/kernel/evidence/parts'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import type { Measure, RecordChoice } from '#platform/measure'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { incidentCount } from './count-measures.ts'
import { DESK_MEASURES, recoveryTime, responseInTime, responseRate, responseTime } from './desk-measures.ts'

const RESOLVE: TicketDeed = { kind: 'resolve', manner: 'on-site', note: '已处理' }
const YEAR = { from: '2026-01-01', until: '2026-12-31' }
const MARCH_2 = '2026-03-02'

let desk: TestDesk
let firstEvening: Temporal.Instant
let knownThatEvening: Map<string, Parts>

type Asked = {
  readonly period?: { from: string; until: string }
  readonly unitId?: string
  readonly asOf?: Temporal.Instant
}

const queryOf = (measure: Measure, { period = YEAR, unitId = desk.centre, asOf = desk.clock.now }: Asked) => {
  const params = measure === incidentCount ? { layer: 'machine-room' } : {}
  return { scope: { unitId, projectId: null }, period, params, asOf }
}
const reading = (measure: Measure, asked: Asked = {}) =>
  read(desk.world.chenghu, (reader) => measure.read(reader, queryOf(measure, asked)))
const listed = (measure: Measure, which: RecordChoice) =>
  read(desk.world.chenghu, (reader) => measure.list(reader, queryOf(measure, {}), { which, after: null, limit: 100 }))

/** One answered in four minutes and solved, one answered in fifteen, one merged away, one nobody answered, one just come. */
async function liveThrough() {
  const first = (await desk.call()).body.id
  const late = (await desk.call({ what: '投影不亮', service: 'meeting' })).body.id
  const twice = (await desk.call({ what: '也断网' })).body.id
  desk.wait({ minutes: 4 })
  await desk.act(first, { kind: 'accept' })
  await desk.act(twice, { kind: 'merge', into: first, note: '' })
  desk.wait({ minutes: 11 })
  await desk.act(late, { kind: 'accept' })
  desk.wait({ hours: 7, minutes: 35 })
  await desk.act(first, { kind: 'arrive' })
  await desk.act(first, RESOLVE)
  firstEvening = desk.clock.now
  const evening = await Promise.all(DESK_MEASURES.map(async (one) => [one.key, (await reading(one)).parts] as const))
  knownThatEvening = new Map(evening)
  desk.wait({ hours: 24 })
  await desk.call({ what: '机房空调停机', service: 'facility', scope: 'core' })
  desk.wait({ hours: 2 })
  await desk.act(first, { kind: 'reopen', note: '又断了' })
  await desk.call({ what: '打印', service: 'printing', scope: 'one' })
}

beforeEach(async () => {
  desk = await makeDesk()
  await liveThrough()
})

/** Every measure keeps the law, or is named with what it did instead. */
async function everyMeasure(law: (measure: Measure) => Promise<readonly [unknown, unknown]>): Promise<void> {
  const outcomes = await Promise.all(
    DESK_MEASURES.map(async (measure) => [measure.key, ...(await law(measure))] as const),
  )
  const kept = outcomes.map(([key, , expected]) => [key, expected])
  expect(outcomes.map(([key, found]) => [key, found])).toEqual(kept)
}

test('every measure lists exactly the records its figure is made of, and those left out with a known reason', async () => {
  await everyMeasure(async (measure) => {
    const { parts } = await reading(measure)
    const excluded = (await listed(measure, 'excluded')).map(({ exclusion }) => exclusion ?? '')
    const reasons = Object.fromEntries(
      [...Map.groupBy(excluded, (reason) => reason)].map(([key, all]) => [key, all.length]),
    )
    const unnamed = Object.keys(reasons).filter((reason) => !(reason in measure.exclusions))
    return [
      [(await listed(measure, 'counted')).length, reasons, unnamed],
      [parts.counted, parts.excluded, []],
    ]
  })
})

test('every measure is the same when its period is split and put together again', async () => {
  await everyMeasure(async (measure) => {
    const whole = await reading(measure)
    const before = await reading(measure, { period: { from: YEAR.from, until: MARCH_2 } })
    const after = await reading(measure, { period: { from: '2026-03-03', until: YEAR.until } })
    const parts = addParts(before.parts, after.parts)
    return [
      [figureOf(parts, measure.combine, measure.scale), parts.counted],
      [whole.value, whole.parts.counted],
    ]
  })
})

test('every measure read as of the first evening is what it was then, whatever came later', async () => {
  await everyMeasure(async (measure) => {
    const then = await reading(measure, { asOf: firstEvening })
    return [then.parts, knownThatEvening.get(measure.key)]
  })
})

test('every measure without records has no figure, which is not zero', async () => {
  await everyMeasure(async (measure) => {
    const nothing = await reading(measure, { period: { from: '2025-01-01', until: '2025-12-31' } })
    const elsewhere = await reading(measure, { unitId: desk.stranger.unitId })
    return [
      [nothing.value, nothing.parts.counted, elsewhere.value],
      [null, 0, null],
    ]
  })
})

test('two answered in 4 and 15 minutes are answered in 9.5 on the mean; one in two was in time, and the silent one in neither', async () => {
  expect((await reading(responseTime, { asOf: firstEvening })).value).toBe('9.50')
  expect((await reading(responseInTime, { asOf: firstEvening })).value).toBe('50.00')
  expect((await reading(responseInTime)).parts).toMatchObject({ numerator: '1', denominator: '3' })
  expect((await reading(responseRate)).value).toBe('66.67')
})

test('a repair that was taken back has no recovery time any more, and the evening before still knows it', async () => {
  expect((await reading(recoveryTime, { asOf: firstEvening })).value).toBe('2.00')
  expect((await reading(recoveryTime)).parts.excluded).toMatchObject({ running: expect.any(Number) })
})

test('an incident of the machine room counts for its layer, and proves little until a second person confirmed it', async () => {
  expect((await reading(incidentCount)).parts).toMatchObject({ numerator: '1', strengths: { A: 0, D: 1 } })
})

test('the layer is read from the words of the indicator', () => {
  const params = (name: string) => incidentCount.paramsFrom({ name, target: '≤1次' })
  expect(params('网络汇聚层安全设备事故数')).toEqual({ layer: 'aggregation' })
  expect(params('安全系统核心层设备事故数')).toEqual({ layer: 'security-core' })
  expect(params('某事故数')).toBeNull()
})
