import { beforeEach, expect, test } from 'vitest'
import type { Work } from '#platform/jobs/keep-working'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { makeWork, workUntilIdle } from '#testing/test-work'

let desk: TestDesk
let work: Work
let id: string

beforeEach(async () => {
  desk = await makeDesk()
  work = makeWork(desk.world, () => desk.clock.now)
  id = (await desk.call()).body.id
})

type Shown = { person: string | null; sentence: string; deliveredAt: string | null; readAt: string | null }

const after = async (minutes: number) => {
  desk.wait({ minutes })
  await workUntilIdle(work)
}
const notices = async (): Promise<Shown[]> => (await desk.operator.ask('GET', `/desk/tickets/${id}`)).body.notices
const told = async () => (await notices()).map(({ person, sentence }) => `${person} ${sentence.slice(12, 20)}`).sort()

test('half of the time used up is told to the whole team while nobody took the call', async () => {
  await after(4)
  expect(await notices()).toEqual([])
  await after(1)
  expect(await told()).toEqual(['测试engineer 响应已用 50%', '测试operator 响应已用 50%'])
})

test('at the end of the time whoever answers for the team is told as well, and everybody once', async () => {
  await after(5)
  await after(3)
  await after(2)
  await after(5)
  const last = (await told()).filter((line) => line.includes('100'))
  expect(last.map((line) => line.split(' ')[0])).toEqual(['测试engineer', '测试manager', '测试operator'])
  expect(await notices()).toHaveLength(7)
})

test('what was answered in time reminds nobody of the answer', async () => {
  await after(4)
  await desk.act(id, { kind: 'accept' })
  await after(30)
  expect(await notices()).toEqual([])
})

test('a notice says when it arrived and when it was read, once, and only for whom it was', async () => {
  await after(5)
  const [mine] = (await desk.engineer.ask('GET', '/desk/notices')).body
  const receipt = (what: string, who = desk.engineer) =>
    who.ask('POST', `/desk/notices/${mine.id}/receipts`, { body: { what } })
  expect((await receipt('read', desk.operator)).status).toBe(404)
  await receipt('delivered')
  desk.wait({ minutes: 1 })
  await receipt('read')
  desk.wait({ minutes: 1 })
  await receipt('read')
  const [shown] = (await notices()).filter(({ person }) => person === '测试engineer')
  expect(shown).toMatchObject({ deliveredAt: '2026-03-01T19:15:00Z', readAt: '2026-03-01T19:16:00Z' })
  expect((await desk.engineer.ask('GET', '/desk/notices')).body).toEqual([])
})

test('a team without people is a notice that failed', async () => {
  const empty = await desk.office.addUnit('空班组')
  await desk.keeper.ask('PUT', `/desk/teams/${desk.school}`, { body: { teamId: empty } })
  const { body } = await desk.call()
  await after(5)
  const shown = (await desk.operator.ask('GET', `/desk/tickets/${body.id}`)).body.notices
  expect(shown).toMatchObject([{ person: null, failedAt: '2026-03-01T19:15:00Z' }])
})
