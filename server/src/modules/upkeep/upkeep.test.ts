import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import type { Measure } from '#platform/measure'
import { makeUpkeep, type TestUpkeep, TWICE } from '#testing/test-upkeep'
import { inspectionCompletion, inspectionsInTime, missedRounds } from './measures/completion-measures.ts'
import { faultsMended, pointsCovered, roundDays } from './measures/round-measures.ts'
import { layOutPlan } from './plans/lay-out-plan.ts'
import { lockPlan } from './plans/plan-store.ts'

let upkeep: TestUpkeep

beforeEach(async () => {
  upkeep = await makeUpkeep('2025-12-30T10:00:00+08:00')
})

const turnTo = (time: string) => {
  upkeep.clock.now = Temporal.Instant.from(`2026-${time}:00+08:00`)
}
const statesOf = async (planId: string) =>
  Object.fromEntries(
    Map.groupBy(await upkeep.year(planId), ({ state }) => state)
      .entries()
      .map(([state, some]) => [state, some.length]),
  )
const figure = (measure: Measure, { asOf = upkeep.clock.now, until = '2026-12-31' } = {}) =>
  read(upkeep.world.chenghu, (reader) =>
    measure.read(reader, {
      scope: { unitId: upkeep.centre, projectId: null },
      period: { from: '2026-01-01', until },
      params: {},
      asOf,
    }),
  )

test('a plan of two rounds a day lies there for its whole year, and sent again it is the same plan', async () => {
  const id = randomUUID()
  expect((await upkeep.plan({ id })).body).toMatchObject({ name: '机房巡检', tally: { planned: 730 } })
  expect((await upkeep.plan({ id })).status).toBe(200)
  expect(await statesOf(id)).toEqual({ planned: 730 })
})

test('the layout cut off at any moment, and done again, leaves every occurrence once', async () => {
  const { id } = (await upkeep.plan()).body
  const context = upkeep.world.contextOf({ kind: 'system', name: 'upkeep' }, upkeep.clock.now)
  const layOut = (isCut: boolean) =>
    inTransaction(upkeep.world.chenghu, async (tx) => {
      const plan = await lockPlan(tx, id)
      if (plan === undefined) throw new Error('no plan')
      await layOutPlan(tx, context, { plan, from: '2026-01-01' })
      if (isCut) throw new Error('killed')
    })
  await inTransaction(upkeep.world.chenghu, async (tx) => {
    await tx.deleteFrom('upkeepOccurrence').where('day', '>', '2026-05-03').execute()
  })
  await expect(layOut(true)).rejects.toThrow('killed')
  await Promise.all([layOut(false), layOut(false)])
  await upkeep.letTimePass()
  expect(await statesOf(id)).toEqual({ planned: 730 })
})

test('a plan without an end reaches a year ahead, day by day', async () => {
  const { id } = (await upkeep.plan({ until: null })).body
  const before = (await upkeep.year(id)).length
  turnTo('02-01T10:00')
  await upkeep.letTimePass()
  const cells = await upkeep.year(id)
  expect([before, cells.length, cells.filter(({ state }) => state === 'missed').length]).toEqual([730, 730, 62])
})

test('a plan changed in June keeps the first half as it was', async () => {
  upkeep = await makeUpkeep('2026-06-14T09:00:00+08:00')
  const { id } = (await upkeep.plan()).body
  turnTo('06-15T09:00')
  await upkeep.letTimePass()
  const once = { ...TWICE, windows: [{ from: '08:00', to: '11:00' }] }
  const change = { from: '2026-07-01', frequency: once, reason: '改为每天一次' }
  expect((await upkeep.manager.ask('POST', `/upkeep/plans/${id}/terms`, { body: change })).status).toBe(200)
  expect(await statesOf(id)).toEqual({ missed: 330, planned: 216, withdrawn: 184 })
  const back = { ...change, from: '2026-06-01' }
  expect((await upkeep.manager.ask('POST', `/upkeep/plans/${id}/terms`, { body: back })).body.code).toBe('plan-over')
})

test('a round is done point by point; what is sent twice is kept once, and the last point ends it', async () => {
  const [morning] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T09:00')
  const [first, second] = upkeep.points.map((pointId) => {
    const readings = [{ name: '温度', value: '28.5' }]
    const seen = { id: randomUUID(), pointId, happenedAt: upkeep.clock.now.toString(), proof: 'scan' }
    return { ...seen, readings, note: '调低空调' }
  })
  const id = morning?.id ?? ''
  expect((await upkeep.visit(id, { visits: [{ ...first, note: '' }] })).body.code).toBe('fault-needs-deed')
  expect((await upkeep.visit(id, { visits: [first ?? {}] })).body.occurrence.state).toBe('planned')
  turnTo('01-01T13:00')
  const { body } = await upkeep.visit(id, { visits: [first ?? {}, second ?? {}] })
  expect(body.occurrence).toMatchObject({ state: 'done', isLateEntry: false, doneBy: '测试engineer' })
  expect(body.visits.map(({ faults }: { faults: string[] }) => faults)).toEqual([['温度 28.5℃'], ['温度 28.5℃']])
  const { body: faults } = await upkeep.engineer.ask('GET', '/upkeep/faults?year=2026')
  expect(faults).toHaveLength(2)
  const time = { happenedAt: upkeep.clock.now.toString(), sentAt: upkeep.clock.now.toString() }
  const mending = { time, mending: '清洗滤网' }
  await upkeep.engineer.ask('POST', `/upkeep/faults/${faults[0].id}/mending`, { body: mending })
  expect(await figure(faultsMended)).toMatchObject({ value: '50.00', parts: { counted: 2 } })
})

test('outside its hours no round counts, nor with a reading left out or at a strange point', async () => {
  const [morning, afternoon] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T09:00')
  expect((await upkeep.visit(afternoon?.id ?? '')).body.code).toBe('not-open-yet')
  expect((await upkeep.visit(morning?.id ?? '', { values: ['23', ''] })).body.code).toBe('check-unread')
  const stray = { id: randomUUID(), pointId: randomUUID(), happenedAt: upkeep.clock.now.toString(), proof: 'none' }
  const wrong = await upkeep.visit(morning?.id ?? '', { visits: [{ ...stray, readings: [] }] })
  expect(wrong.body.code).toBe('point-elsewhere')
  turnTo('01-01T14:01')
  expect((await upkeep.visit(morning?.id ?? '')).body.code).toBe('occurrence-over')
})

test('the figures keep what was missed, late and waived apart, and can be made again as of a day', async () => {
  const [one, two, three, four] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T09:00')
  await upkeep.visit(one?.id ?? '')
  turnTo('01-01T19:00')
  await upkeep.visit(two?.id ?? '')
  turnTo('01-03T07:00')
  await upkeep.letTimePass()
  const cause = { cause: '驻场人员外出处置断网' }
  expect(
    (await upkeep.engineer.ask('POST', `/upkeep/occurrences/${three?.id}/cause`, { body: cause })).body,
  ).toMatchObject({
    state: 'missed',
    ...cause,
  })
  const before = upkeep.clock.now
  const until = '2026-01-02'
  expect(await figure(inspectionCompletion, { until })).toMatchObject({ value: '50.00', parts: { counted: 4 } })
  turnTo('01-03T07:30')
  await upkeep.manager.ask('POST', `/upkeep/occurrences/${four?.id}/waiver`, { body: { why: '全楼停电检修' } })
  const now = [inspectionsInTime, inspectionCompletion, missedRounds, roundDays, pointsCovered]
  expect(await Promise.all(now.map(async (measure) => (await figure(measure, { until })).value))).toEqual([
    '33.33',
    '66.67',
    '1',
    '0.00',
    '66.67',
  ])
  expect((await figure(inspectionCompletion, { until, asOf: before })).value).toBe('50.00')
})

test('a round done offline in its hours counts when it arrives days later, marked 补录', async () => {
  const [morning] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-04T09:00')
  await upkeep.letTimePass()
  const { body } = await upkeep.visit(morning?.id ?? '', { at: '2026-01-01T01:00:00Z' })
  expect(body.occurrence).toMatchObject({ state: 'done', isLateEntry: true })
})

test('a meeting is kept once with who came; another unit neither sees nor changes it', async () => {
  const monthly = { kind: 'meeting', name: '月度例会', routeId: null, frequency: { kind: 'within', every: 'month' } }
  const { id } = (await upkeep.plan(monthly)).body
  const [january] = await upkeep.year(id)
  turnTo('01-20T10:00')
  const time = { happenedAt: upkeep.clock.now.toString(), sentAt: upkeep.clock.now.toString() }
  const held = { time, note: '讨论上月工单', attendees: ['测试manager', '测试engineer'], documentId: null }
  const keep = (who = upkeep.engineer) => who.ask('POST', `/upkeep/occurrences/${january?.id}/done`, { body: held })
  expect((await keep(upkeep.stranger)).status).toBe(404)
  expect((await keep()).body).toMatchObject({ state: 'done', attendees: held.attendees })
  expect((await keep()).status).toBe(200)
  expect((await upkeep.stranger.ask('GET', '/upkeep/plans?year=2026')).body).toEqual([])
  const { body } = await upkeep.engineer.ask('GET', '/upkeep/occurrences?day=2026-02-03')
  expect(body.open.map(({ day }: { day: string }) => day)).toEqual(['2026-02-01'])
})
