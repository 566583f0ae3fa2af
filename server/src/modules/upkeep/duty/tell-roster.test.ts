import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import type { Colleague } from '#testing/test-office'
import { makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'
import { tellGaps } from './tell-gaps.ts'

let upkeep: TestUpkeep
let planId: string

beforeEach(async () => {
  upkeep = await makeUpkeep('2025-12-30T10:00:00+08:00')
  const windows = [
    { from: '08:00', to: '20:00' },
    { from: '20:00', to: '08:00' },
  ]
  const shifts = { kind: 'duty', name: '机房值守', routeId: null, graceHours: 1 }
  const frequency = { kind: 'windows', days: 'every-day', windows }
  planId = (await upkeep.plan({ ...shifts, frequency })).body.id
  const people = [upkeep.engineer.personId, upkeep.operator.personId]
  const body = { from: '2026-01-01', turns: 'shift', people }
  await upkeep.manager.ask('PUT', `/upkeep/plans/${planId}/rotation`, { body })
})

const turnTo = (time: string) => {
  upkeep.clock.now = Temporal.Instant.from(`2026-${time}:00+08:00`)
}
const toldTo = async (who: Colleague) => {
  const { messages } = (await who.ask('GET', '/messages')).body
  return messages.map(({ sentence }: { sentence: string }) => sentence)
}
const shifts = async () => (await upkeep.manager.ask('GET', `/upkeep/plans/${planId}/roster/2026-01`)).body.shifts

test('a swap asked for and answered is told to the other of the two', async () => {
  const [first] = await shifts()
  const body = { turnId: first.turns[0].id, personId: upkeep.operator.personId, backTurnId: null, why: '家里有事' }
  for (const answer of ['declined', 'agreed']) {
    const id = randomUUID()
    await upkeep.engineer.ask('POST', '/upkeep/swaps', { body: { ...body, id } })
    await upkeep.operator.ask('POST', `/upkeep/swaps/${id}/answer`, { body: { answer } })
  }
  const shift = '机房值守 2026-01-01 08:00–20:00'
  const asked = `换班：测试engineer请您替“${shift}”的班，等您答复。`
  expect(await toldTo(upkeep.operator)).toEqual([asked, asked])
  expect(await toldTo(upkeep.engineer)).toEqual([
    `换班：测试operator同意了“${shift}”的换班。`,
    `换班：测试operator没有同意“${shift}”的换班。`,
  ])
})

test('who comes next hears that a hand-over waits', async () => {
  turnTo('01-01T08:00')
  const [{ id, turns }] = await shifts()
  await upkeep.engineer.ask('POST', `/upkeep/turns/${turns[0].id}/check/in`)
  turnTo('01-01T19:30')
  await upkeep.engineer.ask('POST', `/upkeep/shifts/${id}/hand-over`, { body: { note: '空调已修' } })
  expect(await toldTo(upkeep.operator)).toEqual([
    '接班：测试engineer已在“机房值守 2026-01-01 08:00–20:00”交班签字，等您接班签字。',
  ])
})

test('the next shift short of people is told to whoever leads the unit, a week before and once', async () => {
  await inTransaction(upkeep.world.chenghu, async (tx) => {
    await tx
      .updateTable('directoryPerson')
      .set({ state: 'disabled' })
      .where('id', '=', upkeep.operator.personId)
      .execute()
  })
  const morning = () => tellGaps(upkeep.world.contextOf({ kind: 'system', name: 'upkeep' }, upkeep.clock.now))
  upkeep.clock.now = Temporal.Instant.from('2025-12-24T08:00:00+08:00')
  await morning()
  expect(await toldTo(upkeep.manager)).toEqual([])
  for (const _ of [1, 2]) {
    upkeep.clock.now = Temporal.Instant.from('2025-12-31T08:00:00+08:00')
    await morning()
  }
  expect(await toldTo(upkeep.manager)).toEqual(['缺岗：“机房值守 2026-01-01 20:00–08:00”还缺人，请在此之前排好。'])
  expect(await toldTo(upkeep.stranger)).toEqual([])
})
