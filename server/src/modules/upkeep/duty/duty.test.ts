import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import type { Measure } from '#platform/measure'
import type { Colleague } from '#testing/test-office'
import { keepSessions, makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'
import { dutyCoverage, handOversInTime, staffDays, staffPresent } from '../measures/duty-measures.ts'
import { findOnDuty } from './find-on-duty.ts'

let upkeep: TestUpkeep
let planId: string
let night: Colleague

const DAY_AND_NIGHT = {
  kind: 'windows',
  days: 'every-day',
  windows: [
    { from: '08:00', to: '20:00' },
    { from: '20:00', to: '08:00' },
  ],
}

beforeEach(async () => {
  upkeep = await makeUpkeep('2025-12-30T10:00:00+08:00')
  night = upkeep.operator
  planId = await makeDuty({})
  await rotate([upkeep.engineer, night])
})

async function makeDuty(changes: object): Promise<string> {
  const shifts = { kind: 'duty', name: '机房值守', routeId: null, frequency: DAY_AND_NIGHT, graceHours: 1 }
  return (await upkeep.plan({ ...shifts, ...changes })).body.id
}
const turnTo = (time: string) => {
  upkeep.clock.now = Temporal.Instant.from(`2026-${time}:00+08:00`)
}
const rotate = (people: readonly Colleague[], id = planId) => {
  const body = { from: '2026-01-01', turns: 'shift', people: people.map(({ personId }) => personId) }
  return upkeep.manager.ask('PUT', `/upkeep/plans/${id}/rotation`, { body })
}
const roster = async (month = '2026-01', id = planId) =>
  (await upkeep.manager.ask('GET', `/upkeep/plans/${id}/roster/${month}`)).body
const shiftOf = async (day: string, slot = 0, id = planId) =>
  (await roster(day.slice(0, 7), id)).shifts.find(
    (one: { day: string; slot: number }) => one.day === day && one.slot === slot,
  )
const check = async (who: Colleague, day: string, { slot = 0, way = 'in', id = planId } = {}) => {
  const { turns } = await shiftOf(day, slot, id)
  const mine = turns.find(({ person }: { person: { id: string } }) => person.id === who.personId)
  return who.ask('POST', `/upkeep/turns/${mine?.id}/check/${way}`)
}
const figure = (measure: Measure, until: string, asOf = upkeep.clock.now) =>
  read(upkeep.world.chenghu, (reader) => {
    const scope = { unitId: upkeep.centre, projectId: null }
    return measure.read(reader, { scope, period: { from: '2026-01-01', until }, params: {}, asOf })
  })

test('a roster is made as far ahead as the plan goes, and made anew from a day it leaves what began', async () => {
  const january = await roster()
  expect(january.shifts).toHaveLength(62)
  expect(january).toMatchObject({ gaps: 0, firstGap: null, holes: [] })
  expect(january.shifts.slice(0, 3).map(nameOf)).toEqual(['测试engineer', '测试operator', '测试engineer'])
  turnTo('01-02T09:00')
  await check(upkeep.engineer, '2026-01-02')
  const body = { from: '2026-01-02', turns: 'shift', people: [night.personId] }
  await upkeep.manager.ask('PUT', `/upkeep/plans/${planId}/rotation`, { body })
  const after = await roster()
  expect(after.shifts.slice(2, 4).map(nameOf)).toEqual(['测试engineer', '测试operator'])
})

test('whoever leaves the office leaves gaps that are seen before they happen', async () => {
  await inTransaction(upkeep.world.chenghu, async (tx) => {
    await tx.updateTable('directoryPerson').set({ state: 'disabled' }).where('id', '=', night.personId).execute()
  })
  const january = await roster()
  expect(january.gaps).toBe(365)
  expect(january.firstGap).toMatchObject({ opensAt: '2026-01-01T12:00:00Z' })
  expect(january.shifts[1]).toMatchObject({ gap: 1, state: 'planned', phase: 'ahead' })
  const body = { people: [upkeep.manager.personId], why: '顶班' }
  expect((await upkeep.manager.ask('PUT', `/upkeep/shifts/${january.firstGap.id}/people`, { body })).body.gap).toBe(0)
  expect((await roster()).gaps).toBe(364)
})

test('hours of the day in no shift are named, and shifts without hours are refused', async () => {
  const id = await makeDuty({ frequency: { ...DAY_AND_NIGHT, windows: [{ from: '08:00', to: '20:00' }] } })
  expect((await roster('2026-01', id)).holes).toEqual([
    { from: '00:00', to: '08:00' },
    { from: '20:00', to: '24:00' },
  ])
  const monthly = { kind: 'duty', name: '值守', frequency: { kind: 'within', every: 'month' } }
  expect((await upkeep.plan(monthly)).body.code).toBe('shifts-need-hours')
})

test('one checks in on the own shift only, not too early, and the first moment stands', async () => {
  turnTo('01-01T06:30')
  expect((await check(upkeep.engineer, '2026-01-01')).body.code).toBe('not-open-yet')
  turnTo('01-01T08:10')
  const [turn] = (await shiftOf('2026-01-01')).turns
  expect((await night.ask('POST', `/upkeep/turns/${turn.id}/check/in`)).body.code).toBe('not-on-roster')
  expect((await check(upkeep.engineer, '2026-01-01')).body).toMatchObject({ state: 'done', coveredSeconds: 0 })
  turnTo('01-01T09:10')
  const again = await check(upkeep.engineer, '2026-01-01')
  expect(again.body.turns[0].inAt).toBe('2026-01-01T00:10:00Z')
  expect(again.body.coveredSeconds).toBe(3_600)
  const here = { unitId: upkeep.centre, at: upkeep.clock.now }
  const onDuty = await read(upkeep.world.chenghu, (reader) => findOnDuty(reader, here))
  expect(onDuty).toEqual([upkeep.engineer.personId])
})

test('a hand-over takes two people; the second signature checks one in and the other out', async () => {
  turnTo('01-01T08:00')
  await check(upkeep.engineer, '2026-01-01')
  const { id } = await shiftOf('2026-01-01')
  const give = () => upkeep.engineer.ask('POST', `/upkeep/shifts/${id}/hand-over`, { body: { note: '空调已修' } })
  const take = (who: Colleague) => who.ask('POST', `/upkeep/shifts/${id}/hand-over/taking`)
  expect((await give()).body.code).toBe('not-open-yet')
  turnTo('01-01T20:00')
  expect((await take(night)).body.code).toBe('not-handed-over')
  expect((await give()).body.handOver).toMatchObject({ note: '空调已修', tickets: [], takenBy: null })
  expect((await take(upkeep.engineer)).body.code).toBe('taker-is-giver')
  expect((await night.ask('GET', '/upkeep/duty')).body.toTake).toMatchObject([{ id, day: '2026-01-01', slot: 0 }])
  turnTo('01-01T20:20')
  expect((await take(night)).body.handOver).toMatchObject({ takenBy: '测试operator', isInTime: true })
  expect((await shiftOf('2026-01-01')).turns[0].outAt).toBe('2026-01-01T12:20:00Z')
  expect((await shiftOf('2026-01-01', 1)).turns[0].inAt).toBe('2026-01-01T12:20:00Z')
  turnTo('01-02T10:00')
  await upkeep.letTimePass()
  expect(await figure(dutyCoverage, '2026-01-01')).toMatchObject({ value: '100.00', parts: { counted: 2 } })
  expect(await figure(handOversInTime, '2026-01-01')).toMatchObject({ value: '50.00', parts: { counted: 2 } })
})

test('a swap needs both: asked, agreed, and then the roster is changed', async () => {
  const [mine] = (await shiftOf('2026-01-01')).turns
  const [back] = (await shiftOf('2026-01-01', 1)).turns
  const id = randomUUID()
  const body = { id, turnId: mine.id, personId: night.personId, backTurnId: back.id, why: '家里有事' }
  expect((await upkeep.engineer.ask('POST', '/upkeep/swaps', { body })).body).toMatchObject({ state: 'asked' })
  const twice = { ...body, id: randomUUID() }
  expect((await upkeep.engineer.ask('POST', '/upkeep/swaps', { body: twice })).body.code).toBe('swap-asked')
  expect(nameOf(await shiftOf('2026-01-01'))).toBe('测试engineer')
  const answer = (who: Colleague) => who.ask('POST', `/upkeep/swaps/${id}/answer`, { body: { answer: 'agreed' } })
  expect((await answer(upkeep.engineer)).status).toBe(404)
  expect((await night.ask('GET', '/upkeep/duty')).body.swaps).toMatchObject([{ isForMe: true, why: '家里有事' }])
  expect((await answer(night)).body.state).toBe('agreed')
  expect([nameOf(await shiftOf('2026-01-01')), nameOf(await shiftOf('2026-01-01', 1))]).toEqual([
    '测试operator',
    '测试engineer',
  ])
})

test('an empty shift is missed, keeps its cause, and its hours are not covered, as of any day', async () => {
  turnTo('01-01T08:00')
  await check(upkeep.engineer, '2026-01-01')
  turnTo('01-02T10:00')
  await upkeep.letTimePass()
  const { id, state } = await shiftOf('2026-01-01', 1)
  expect(state).toBe('missed')
  await upkeep.engineer.ask('POST', `/upkeep/occurrences/${id}/cause`, { body: { cause: '急病送医，无人替班' } })
  expect((await shiftOf('2026-01-01', 1)).cause).toBe('急病送医，无人替班')
  expect((await figure(dutyCoverage, '2026-01-01')).value).toBe('50.00')
  const before = Temporal.Instant.from('2026-01-01T21:00:00+08:00')
  expect(await figure(dutyCoverage, '2026-01-01', before)).toMatchObject({ value: '100.00', parts: { counted: 1 } })
})

test('resident staff are counted by the day, the fewest shown; a supplier sees the own shifts', async () => {
  const firm = await upkeep.office.addUnit('栖木网络', 'vendor')
  const guest = await upkeep.office.addPerson('guest', { unitId: firm, roles: ['engineer'] })
  await keepSessions(upkeep.world)
  const office = { ...DAY_AND_NIGHT, windows: [{ from: '08:30', to: '17:30' }] }
  const id = await makeDuty({ kind: 'presence', name: '驻场', frequency: office, peopleNeeded: 2 })
  await rotate([night, guest], id)
  turnTo('01-01T08:20')
  await check(night, '2026-01-01', { id })
  expect((await guest.ask('GET', '/upkeep/duty')).body.mine[0]).toMatchObject({ planName: '驻场' })
  expect((await check(guest, '2026-01-01', { id })).body.state).toBe('done')
  turnTo('01-02T09:00')
  await check(guest, '2026-01-02', { id })
  turnTo('01-03T08:00')
  await upkeep.letTimePass()
  expect((await figure(staffPresent, '2026-01-02')).value).toBe('1')
  expect((await figure(staffDays, '2026-01-02')).value).toBe('50.00')
})

function nameOf({ turns }: { turns: readonly { person: { name: string } }[] }) {
  return turns.map(({ person }) => person.name).join('、')
}
