import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { saveSamples, secondOf } from '../save-samples.ts'
import { sumDays } from '../sum-days.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

const PROBE = {
  ...{ name: '门户心跳', service: '门户 <主站>', deskService: 'application', target: { kind: 'push' } },
  ...{ everySeconds: 60, timeoutMs: 2000, retries: 0, retrySeconds: 60, parentId: null, isOn: true, secret: null },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
}
const at = (time: string) => Temporal.Instant.from(`2026-03-05T${time}:00+08:00`)
const keep = (body: object) => desk.engineer.ask('PUT', '/watch/status-page', { body: { title: '服务状态', ...body } })

async function show(path: string): Promise<string> {
  return (await desk.office.app.inject({ method: 'GET', url: path })).body
}

/** An hour of looks, ten minutes of it without an answer. */
async function lookAnHour(): Promise<void> {
  const { id } = (await desk.engineer.ask('POST', '/watch/probes', { body: PROBE })).body
  const first = secondOf(at('10:00'))
  const samples = Array.from({ length: 60 }, (_, minute) => {
    const isUp = minute < 20 || minute >= 30
    return { probeId: id, at: first + minute * 60, isUp, holds: 60, tookMs: 5, problem: '', certificateUntil: null }
  })
  await inTransaction(desk.world.chenghu, (tx) => saveSamples(tx, samples))
  desk.clock.now = at('11:00')
}

test('whoever has the address sees services, ninety days and outages, and nothing that runs', async () => {
  await lookAnHour()
  const { path } = (await keep({ isOpen: true, renew: false })).body
  const page = await show(path)
  expect(page).toContain('✓ 各项服务正常')
  expect(page).toContain('门户 &lt;主站&gt;')
  expect(page).toContain('近 90 天可用 83.333% · 有观测的 1 天')
  expect(page).toContain('近 90 天：0 天全天可用，1 天有中断，89 天没有观测')
  expect(page).toContain('2026-03-05 10:20 至 2026-03-05 10:30')
  expect(page).not.toMatch(/<script|门户心跳| on[a-z]+=/)
})

test('a closed page and an old address show nothing', async () => {
  await lookAnHour()
  const { path } = (await keep({ isOpen: true, renew: false })).body
  const { path: another } = (await keep({ isOpen: true, renew: true })).body
  expect(another).not.toBe(path)
  expect(await show(path)).toContain('这个页面没有公开')
  expect(await show(another)).toContain('门户 &lt;主站&gt;')
  await keep({ isOpen: false, renew: false })
  expect(await show(another)).toContain('这个页面没有公开')
})

test('what is planned is announced beforehand, and while it lasts it is no outage', async () => {
  const from = at('10:20').toString()
  const plan = {
    ...{ what: '升级门户', why: '补丁', risk: 'low', backOut: '恢复快照', services: ['application'] },
    ...{ places: [desk.centre], from, until: at('10:30').toString() },
  }
  const { id } = (await desk.engineer.ask('POST', '/desk/changes', { body: plan })).body
  const [task] = (await desk.manager.ask('GET', '/tasks?box=waiting')).body.rows
  const act = { task: task.task, verb: 'agree', opinion: '同意' }
  await desk.manager.ask('POST', `/cases/${task.caseId}/acts`, { body: { act } })
  await desk.engineer.ask('POST', `/desk/changes/${id}/announcement`, { body: { text: '门户停用十分钟' } })
  await lookAnHour()
  const { path } = (await keep({ isOpen: true, renew: false })).body
  desk.clock.now = at('10:00')
  expect(await show(path)).toContain('门户停用十分钟')
  desk.clock.now = at('11:00')
  const page = await show(path)
  expect(page).toContain('近 90 天可用 100.000%')
  expect(page).toContain('没有中断。')
})

test('only those who set probes up open the page of their unit', async () => {
  expect(
    (await desk.operator.ask('PUT', '/watch/status-page', { body: { title: '一', isOpen: true, renew: false } }))
      .status,
  ).toBe(403)
  expect((await desk.operator.ask('GET', '/watch/status-page')).body).toEqual({
    path: null,
    title: '服务状态',
    isOpen: false,
  })
})

test('days that are over come from the sums kept', async () => {
  await lookAnHour()
  desk.clock.now = at('11:00').add({ hours: 24 })
  await sumDays(desk.world.contextOf({ kind: 'system', name: 'watch' }, desk.clock.now))
  const { path } = (await keep({ isOpen: true, renew: false })).body
  const page = await show(path)
  expect(page).toContain('近 90 天：0 天全天可用，1 天有中断，89 天没有观测')
  expect(page).toContain('? 没有观测')
  expect(page).toContain('! 有服务不正常')
})

test('what is announced of a major incident stands on the page when that was chosen, and goes with its end', async () => {
  const { path } = (await keep({ isOpen: true, renew: false })).body
  const { id } = (await desk.call()).body
  const major = (what: string, body: object) => desk.manager.ask('POST', `/desk/majors${what}`, { body })
  await major('', { id, reason: '两所学校同时断网' })
  const told = (words: string, isPublic: boolean, next: string) =>
    major(`/${id}/announcements`, { words, isPublic, nextUpdateAt: at(next).toString() })
  await told('怀疑交换机', false, '10:20')
  expect(await show(path)).not.toContain('怀疑交换机')
  await told('光缆 <中断>，正在抢修', true, '10:30')
  const page = await show(path)
  for (const seen of ['正在处理', '光缆 &lt;中断&gt;，正在抢修', '2026-03-05 10:30 前再次公布', '! 有服务不正常'])
    expect(page).toContain(seen)
  expect(page).not.toMatch(/<script|湖滨|测试|ZD-/)
  await major(`/${id}/end`, { words: '已接通', isOver: true })
  expect(await show(path)).not.toContain('光缆')
  await major(`/${id}/end`, { words: '又断了', isOver: false })
  expect(await show(path)).not.toContain('光缆')
})
