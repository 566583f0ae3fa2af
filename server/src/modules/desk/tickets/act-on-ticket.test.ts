import { randomUUID } from 'node:crypto'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'

let desk: TestDesk
let id: string

beforeEach(async () => {
  desk = await makeDesk()
  id = (await desk.call()).body.id
})

const RESOLVE: TicketDeed = { kind: 'resolve', manner: 'on-site', note: '更换接入交换机电源' }
const CLOSE: TicketDeed = { kind: 'close', cause: 'hardware', note: '' }
const open = async () => (await desk.operator.ask('GET', `/desk/tickets/${id}`)).body
const says = async () => (await open()).clocks.map(({ says: words }: { says: string }) => words)
const agree = async () =>
  (await desk.operator.ask('POST', `/desk/tickets/${id}/clocks/recomputations`)).body.map(
    ({ agrees }: { agrees: boolean }) => agrees,
  )

/** Accepted after four minutes, on site after fifty, resolved after two hours, closed with a cause. */
async function workThrough() {
  desk.wait({ minutes: 4 })
  await desk.act(id, { kind: 'accept' })
  desk.wait({ minutes: 46 })
  await desk.act(id, { kind: 'arrive' })
  desk.wait({ minutes: 70 })
  await desk.act(id, RESOLVE)
  return desk.act(id, CLOSE)
}

describe('a ticket on its way', () => {
  test('is accepted, visited, resolved and closed, and tells it in sentences', async () => {
    expect((await workThrough()).body).toMatchObject({
      state: 'closed',
      cause: '设备故障',
      manner: 'on-site',
      assignee: { name: '测试engineer' },
    })
    expect((await open()).entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      '测试teacher报：三号楼 402 无法上网',
      '受理',
      '到达现场',
      '完成（现场）：更换接入交换机电源',
      '关闭，原因：设备故障',
    ])
    expect(await says()).toEqual(['响应用时 4 分', '到场用时 0 秒', '恢复用时 0 秒', '解决用时 0 秒'])
  })

  test('what may be done next is offered by state and right, the likeliest first', async () => {
    expect((await open()).deeds[0]).toBe('accept')
    expect((await desk.teacher.ask('GET', `/desk/tickets/${id}`)).body.deeds).toEqual(['note'])
    const done = (await workThrough()).body
    expect(done.deeds).toEqual(['reopen', 'project', 'note'])
  })

  test.each<[string, TicketDeed, string]>([
    ['closing what is not resolved', CLOSE, 'desk-refused'],
    ['going on with what was not paused', { kind: 'resume', note: '' }, 'desk-refused'],
    ['merging it into itself', { kind: 'merge', into: 'itself', note: '' }, 'merge-impossible'],
    ['a cause nobody knows', { kind: 'close', cause: 'moon', note: '' }, 'cause-unknown'],
    ['giving it to nobody', { kind: 'reassign', to: randomUUID(), note: '' }, 'not-found'],
  ])('refuses %s and changes nothing', async (_title, deed, code) => {
    const given = deed.kind === 'merge' ? { ...deed, into: id } : deed
    expect((await desk.act(id, given)).body.code).toBe(code)
    expect((await open()).entries).toHaveLength(1)
  })

  test('two who accept at once: one works on it, the other is told who', async () => {
    const answers = await Promise.all([
      desk.act(id, { kind: 'accept' }, desk.engineer),
      desk.act(id, { kind: 'accept' }, desk.operator),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('ticket-taken')
  })

  test('a caller may not work on it, another school does not see it', async () => {
    expect(await desk.act(id, { kind: 'accept' }, desk.teacher)).toMatchObject({ status: 403 })
    expect(await desk.act(id, { kind: 'note', note: '我也是' }, desk.stranger)).toMatchObject({ status: 404 })
  })

  test('a class is confirmed by a second person, and anew when it changes', async () => {
    const classify: TicketDeed = {
      kind: 'classify',
      severity: 'major',
      scope: 'core',
      layer: 'aggregation',
      note: '汇聚故障',
    }
    expect((await desk.act(id, classify, desk.manager)).body).toMatchObject({ severity: 'major', layer: 'aggregation' })
    expect((await desk.act(id, { kind: 'confirm' }, desk.manager)).body.code).toBe('second-person-needed')
    const second = await desk.office.addPerson('second', { unitId: desk.centre, roles: ['centre-manager'] })
    expect((await desk.act(id, { kind: 'confirm' }, second)).body.isConfirmed).toBe(true)
    expect((await desk.act(id, { ...classify, severity: 'urgent' }, second)).body.isConfirmed).toBe(false)
  })

  test('merged, it points to where the matter goes on', async () => {
    const { body: other } = await desk.call({ what: '整层断网' })
    const { body } = await desk.act(id, { kind: 'merge', into: other.id, note: '' })
    expect(body).toMatchObject({ state: 'withdrawn', mergedInto: { number: other.number } })
    expect(await says()).toEqual(['响应不计', '到场不计', '恢复不计', '解决不计'])
  })
})

describe('clocks', () => {
  test('every clock that stopped is computed again from its kept inputs and agrees', async () => {
    await workThrough()
    expect(await agree()).toEqual([true, true, true, true])
  })

  test('a time that was changed behind the product is found', async () => {
    await workThrough()
    await inTransaction(desk.world.chenghu, async (tx) => {
      await sql`update desk_ticket_event set at = at - interval '3 minutes' where kind = 'responded'`.execute(tx)
    })
    expect(await agree()).toEqual([false, true, true, true])
  })

  test('a pause stops the clock, is shown with its reason, and explains itself', async () => {
    desk.wait({ hours: 6, minutes: 50 })
    await desk.act(id, { kind: 'accept' })
    await desk.act(id, { kind: 'pause', reason: 'waiting-for-part', note: '等电源模块' })
    expect((await says())[2]).toBe('恢复暂停中，已计 1 小时')
    desk.wait({ hours: 2 })
    await desk.act(id, { kind: 'resume', note: '' })
    desk.wait({ minutes: 30 })
    await desk.act(id, RESOLVE)
    const { body } = await desk.operator.ask('GET', `/desk/tickets/${id}/clocks`)
    expect(body[2]).toMatchObject({ sentence: '恢复用时 1 小时 30 分', window: '工作日 9:00–17:00', ruleVersion: 1 })
    const told = body[2].segments.map(
      ({ seconds, reason }: { seconds: number; reason: string }) => `${seconds / 60} ${reason}`,
    )
    expect(told).toEqual(['0 不在服务时间', '60 计时', '0 暂停：等待备件', '30 计时'])
    expect(await agree()).toEqual([true, true, true, true])
  })

  test('what runs follows a change of the calendar, what stopped keeps its own', async () => {
    desk.wait({ minutes: 4 })
    await desk.act(id, { kind: 'accept' })
    const due = async () => (await open()).clocks.map(({ dueAt }: { dueAt: string | null }) => dueAt)
    const before = await due()
    const day = { first: '2026-03-02', last: '2026-03-02', open: 'closed', name: { zh: '停课', en: 'closed' } }
    const body = { overrides: [day], terms: [], windows: [], basedOn: 0 }
    await desk.keeper.ask('PUT', `/calendar/units/${desk.school}`, { body })
    desk.wait({ minutes: 1 })
    await desk.followCalendar()
    const after = await due()
    expect(after[0]).toBe(before[0])
    expect([before[2], after[2]]).toEqual(['2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z'])
    expect(await agree()).toEqual([true, true, true, true])
  })
})

test('an outbox sends in any order and more than once: every deed is done once, and the ticket ends the same', async () => {
  const deeds: TicketDeed[] = [
    { kind: 'accept' },
    { kind: 'arrive' },
    { kind: 'pause', reason: 'waiting-for-access', note: '等钥匙' },
    { kind: 'resume', note: '' },
    RESOLVE,
    CLOSE,
  ]
  desk.wait({ hours: 2 })
  const outbox = deeds.map((deed, index) => ({ deed, ago: `PT${110 - index * 10}M`, deedId: randomUUID() }))
  const [shuffled = []] = fc.sample(fc.shuffledSubarray(outbox, { minLength: outbox.length }), { numRuns: 1, seed: 7 })
  let waiting = [...shuffled, ...shuffled]
  for (let round = 0; waiting.length > 0 && round < 10; round += 1) {
    const later = []
    for (const one of waiting) if ((await desk.act(id, one.deed, desk.engineer, one)).status !== 200) later.push(one)
    waiting = later
  }
  const ticket = await open()
  expect([waiting.length, ticket.state, ticket.entries.length]).toEqual([0, 'closed', 7])
  expect(ticket.entries.slice(1).every(({ isLate }: { isLate: boolean }) => isLate)).toBe(true)
  expect(ticket.clocks[0]).toMatchObject({ verdict: 'kept', elapsedSeconds: 600 })
  expect(await agree()).toEqual([true, true, true, true])
})
