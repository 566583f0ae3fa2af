import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Colleague } from '#testing/test-office'
import { makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'
import { makeWork, workUntilIdle } from '#testing/test-work'

let upkeep: TestUpkeep
let planId: string

const NIGHTS = { kind: 'windows', days: 'every-day', windows: [{ from: '20:00', to: '08:00' }] }

beforeEach(async () => {
  upkeep = await makeUpkeep('2025-12-30T10:00:00+08:00')
  const shifts = { kind: 'duty', name: '夜间值守', routeId: null, frequency: NIGHTS, graceHours: 1 }
  planId = (await upkeep.plan(shifts)).body.id
  const people = [upkeep.engineer, upkeep.operator].map(({ personId }) => personId)
  const shared = { from: '2026-01-01', turns: 'shift', people }
  await upkeep.manager.ask('PUT', `/upkeep/plans/${planId}/rotation`, { body: shared })
})

async function call(time: string, by: Colleague) {
  upkeep.clock.now = Temporal.Instant.from(`2026-${time}:00+08:00`)
  const at = upkeep.clock.now.toString()
  const told = { what: '三楼断网', service: 'network', scope: 'department', time: { happenedAt: at, sentAt: at } }
  const caller = { callerId: null, callerName: '值班教师', unitId: upkeep.centre }
  return (await by.ask('POST', '/desk/tickets', { body: { id: randomUUID(), ...caller, ...told } })).body
}
const heard = async (who: Colleague) =>
  (await who.ask('GET', '/messages')).body.messages.map(({ sentence }: { sentence: string }) => sentence)

test('a call at night is told at once to whoever has the duty, and stands on the ticket', async () => {
  const { id, number } = await call('01-01T23:10', upkeep.manager)
  expect(await heard(upkeep.engineer)).toEqual([`值班：${number} 待受理，三楼断网。`])
  expect(await heard(upkeep.operator)).toEqual([])
  const { notices } = (await upkeep.manager.ask('GET', `/desk/tickets/${id}`)).body
  expect(notices).toMatchObject([{ sentence: `${number} 值班待受理：三楼断网`, person: '测试engineer' }])
})

test('the next night it is the other one, and by day nobody is called', async () => {
  await call('01-02T14:00', upkeep.manager)
  await call('01-02T23:10', upkeep.manager)
  expect([(await heard(upkeep.engineer)).length, (await heard(upkeep.operator)).length]).toEqual([0, 1])
})

test('whoever is on duty and logs the call is not told of it', async () => {
  await call('01-01T23:10', upkeep.engineer)
  expect(await heard(upkeep.engineer)).toEqual([])
})

test('a step of the escalation reaches whoever has the duty when it comes, and not who had it at the call', async () => {
  const halves = [
    { from: '02:00', to: '08:00' },
    { from: '20:00', to: '02:00' },
  ]
  const frequency = { ...NIGHTS, windows: halves }
  const shifts = { kind: 'duty', name: '两班值守', routeId: null, frequency, graceHours: 1 }
  const { id: other } = (await upkeep.plan(shifts)).body
  const people = [upkeep.operator, upkeep.manager].map(({ personId }) => personId)
  const body = { from: '2026-01-01', turns: 'shift', people }
  expect((await upkeep.manager.ask('PUT', `/upkeep/plans/${other}/rotation`, { body })).status).toBe(200)

  const { number } = await call('01-02T01:58', upkeep.engineer)
  upkeep.clock.now = upkeep.clock.now.add({ minutes: 5 })
  await workUntilIdle(makeWork(upkeep.world, () => upkeep.clock.now))
  expect(await heard(upkeep.manager)).toEqual([`值班：${number} 待受理，三楼断网。`])
  expect(await heard(upkeep.operator)).toEqual([`值班：${number} 的时限已用 50%，三楼断网。`])
})
