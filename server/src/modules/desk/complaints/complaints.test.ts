import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import type { Colleague } from '#testing/test-office'
import { complaintCount } from './complaint-measure.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-02T10:00:00+08:00' })
})

const record = (changes: object = {}, who: Colleague = desk.operator) =>
  who.ask('POST', '/desk/complaints', {
    body: {
      unitId: desk.school,
      ticketId: null,
      who: '家长代表',
      what: '两次约好都没有来',
      receivedAt: desk.clock.now.toString(),
      ...changes,
    },
  })
const judge = (id: string, verdict: string, who: Colleague = desk.manager) =>
  who.ask('POST', `/desk/complaints/${id}/verdict`, { body: { verdict, cause: '派单漏看' } })
const list = async (who: Colleague = desk.operator) => (await who.ask('GET', '/desk/complaints?year=2026')).body
const figure = (asOf = desk.clock.now) =>
  read(desk.world.chenghu, (reader) =>
    complaintCount.read(reader, {
      scope: { unitId: desk.centre, projectId: null },
      period: { from: '2026-01-01', until: '2026-12-31' },
      params: {},
      asOf,
    }),
  )

test('a complaint counts when a second person finds that the service caused it, and from then on', async () => {
  const { id } = (await record()).body
  expect(await figure()).toMatchObject({ value: null, parts: { excluded: { unjudged: 1 } } })
  const before = desk.clock.now
  desk.wait({ hours: 1 })
  expect((await judge(id, 'service')).status).toBe(200)
  expect(await figure()).toMatchObject({ value: '1', parts: { counted: 1 } })
  expect((await figure(before)).value).toBeNull()
  expect(await list()).toMatchObject([
    { verdict: 'service', cause: '派单漏看', judgedBy: '测试manager', mayJudge: false },
  ])
})

test('who recorded it does not judge it, and it is judged once', async () => {
  const { id } = (await record({}, desk.manager)).body
  expect((await judge(id, 'unfounded')).body.code).toBe('second-person-needed')
  const second = (await record()).body.id
  await judge(second, 'other')
  expect((await judge(second, 'service')).body.code).toBe('judged-already')
  expect((await figure()).parts.excluded).toEqual({ unjudged: 1, other: 1 })
})

test('the school and the team that serves it see it, another school does not', async () => {
  await record()
  expect([
    (await list(desk.teacher)).length,
    (await list(desk.manager)).length,
    (await list(desk.stranger)).length,
  ]).toEqual([1, 1, 0])
  expect((await record({}, desk.stranger)).status).toBe(404)
})

test('what is recorded days later says so, and nothing is recorded before it happened', async () => {
  await record({ receivedAt: desk.clock.now.subtract({ hours: 50 }).toString() })
  expect((await list())[0]).toMatchObject({ isLate: true })
  expect((await record({ receivedAt: desk.clock.now.add({ hours: 1 }).toString() })).body.code).toBe('not-yet-happened')
})
