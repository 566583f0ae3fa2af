import { beforeEach, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import type { Colleague } from '#testing/test-office'
import { makeWork, workUntilIdle } from '#testing/test-work'

let desk: TestDesk
let id: string

const act = (path: string, body: object, method: 'POST' | 'PUT' = 'POST', who = desk.manager) =>
  who.ask(method, `/desk/majors/${id}${path}`, { body })
const look = async (who = desk.manager) => (await who.ask('GET', `/desk/majors/${id}`)).body
const declare = (who = desk.operator) => who.ask('POST', '/desk/majors', { body: { id, reason: '两所学校同时断网' } })
const heard = async (who: Colleague) =>
  (await who.ask('GET', '/messages')).body.messages.map(({ opinion }: { opinion: string }) => opinion)
const soon = (minutes: number) => desk.clock.now.add({ minutes }).toString()

beforeEach(async () => {
  desk = await makeDesk()
  id = (await desk.call()).body.id
})

test('declared by hand it has a reason, and once is enough', async () => {
  expect((await declare()).status).toBe(200)
  expect((await declare()).body.code).toBe('major-already')
  expect(await look()).toMatchObject({ number: 'ZD-2026-0001', state: 'running', declaredBy: '测试operator' })
  const request = (await desk.call({ kind: 'request' })).body.id
  const body = { id: request, reason: '多人需要' }
  expect((await desk.operator.ask('POST', '/desk/majors', { body })).body.code).toBe('incidents-only')
})

test('the most severe incident is major by the rule, whether it was logged or classified so', async () => {
  const class_ = { kind: 'classify', severity: 'major', scope: 'core', layer: 'boundary', note: '全区断网' } as const
  await desk.act(id, class_)
  await desk.act(id, class_)
  expect(await look()).toMatchObject({
    state: 'running',
    declaredBy: null,
    reason: '',
    entries: [{ kind: 'declared' }],
  })
  const logged = (await desk.call({ scope: 'core', service: 'network' })).body
  const majors = (await desk.manager.ask('GET', '/desk/majors')).body
  expect(majors.length).toBe(logged.severity === 'major' ? 2 : 1)
})

test('everybody who is hit hears how it stands, those whose calls were merged too, and reads no inside notes', async () => {
  await declare()
  expect((await look(desk.stranger)).code).toBe('not-found')
  const other = (await desk.call({ callerId: desk.stranger.personId, unitId: null })).body.id
  await desk.act(other, { kind: 'merge', into: id, note: '' })
  await act('/notes', { words: '疑似运营商割接' })
  const told = await act('/announcements', { words: '正在抢修，预计一小时', nextUpdateAt: soon(30) })
  expect(told.body.told).toBe(2)
  for (const who of [desk.teacher, desk.stranger]) expect(await heard(who)).toEqual(['正在抢修，预计一小时'])
  expect((await look()).merged).toMatchObject([{ id: other, unit: '南岸中学' }])
  const outside = await look(desk.stranger)
  expect(outside.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['announced'])
  expect(outside).toMatchObject({ reason: '', merged: [], mayAct: false })
})

test('a promised update that does not come is seen, and whoever leads is told', async () => {
  await declare()
  await act('/leader', { personId: desk.engineer.personId }, 'PUT')
  expect((await act('/announcements', { words: '抢修中', nextUpdateAt: soon(-1) })).body.code).toBe('major-update-past')
  await act('/announcements', { words: '抢修中', nextUpdateAt: soon(30) })
  desk.wait({ minutes: 31 })
  await workUntilIdle(makeWork(desk.world, () => desk.clock.now))
  expect(await look()).toMatchObject({ isUpdateLate: true, leader: '测试engineer' })
  const { messages } = (await desk.engineer.ask('GET', '/messages')).body
  expect(messages[0].sentence).toContain('该发布进展了')
  await act('/announcements', { words: '光缆已接通', nextUpdateAt: soon(30) })
  expect((await look()).isUpdateLate).toBe(false)
})

test('it ends, may flare up again, and is reviewed once it is over; what was found stays', async () => {
  await declare()
  const review = { course: '八点断网，九点恢复', cause: '割接超时', measures: '加备用链路' }
  const end = (isOver: boolean) => act('/end', { words: isOver ? '已恢复' : '又断了', isOver })
  expect((await act('/review', review)).body.code).toBe('major-state')
  await end(true)
  await end(false)
  expect((await end(false)).body.code).toBe('major-state')
  await end(true)
  expect((await act('/review', review)).status).toBe(200)
  expect(await look()).toMatchObject({ state: 'reviewed', ...review, reviewedBy: '测试manager' })
  for (const late of [await act('/review', review), await end(false), await act('/notes', { words: '补充' })])
    expect(late.body.code).toBe('major-state')
  expect((await act('/notes', { words: '补充' }, 'POST', desk.teacher)).status).toBe(403)
})
