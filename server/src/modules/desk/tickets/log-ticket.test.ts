import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk()
})

const list = async (query = '', who = desk.operator) => (await who.ask('GET', `/desk/tickets?${query}`)).body.tickets

describe('a call at night', () => {
  test('is logged with four facts; its clocks run from the tap and name what they run by', async () => {
    const { status, body } = await desk.call()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      number: '2026-000001',
      state: 'waiting',
      unit: { name: '湖滨小学' },
      team: { name: '教育信息中心' },
      caller: { name: '测试teacher' },
      severity: 'normal',
      isPeak: false,
      isLate: false,
      agreement: { name: '运维服务通用约定', version: 1, timeZone: 'Asia/Shanghai' },
    })
    expect(body.clocks.map(({ says }: { says: string }) => says)).toEqual([
      '响应还剩 10 分',
      '到场还剩 7 小时 50 分',
      '恢复还剩 13 小时 50 分',
      '解决还剩 2 天 13 小时',
    ])
  })

  test('the same call in office hours is urgent, and of one person it is not', async () => {
    desk.wait({ hours: 7 })
    expect((await desk.call()).body).toMatchObject({ severity: 'urgent', isPeak: true })
    expect((await desk.call({ scope: 'one' })).body).toMatchObject({ severity: 'normal' })
  })

  test('sent twice, also at once, it is one call', async () => {
    const id = randomUUID()
    const answers = await Promise.all([desk.call({ id }), desk.call({ id }), desk.call({ id })])
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual(Array(3).fill([200, '2026-000001']))
    expect(await list()).toHaveLength(1)
    expect(await desk.call({ id }, desk.engineer)).toMatchObject({ status: 409, body: { code: 'ticket-id-taken' } })
  })

  test('written down in a cellar and sent later, it keeps its moment and says so', async () => {
    const happenedAt = desk.clock.now.toString()
    desk.wait({ minutes: 40 })
    const sentAt = desk.clock.now.add({ minutes: 5 }).toString()
    const time = { happenedAt, sentAt, device: 'phone-7' }
    expect(await desk.call({ time })).toMatchObject({ status: 422, body: { code: 'reason-missing' } })
    const { body } = await desk.call({ time, lateReason: '地下室无信号' })
    expect(body).toMatchObject({ isLate: true, lateReason: '地下室无信号', reportedAt: '2026-03-01T19:05:00Z' })
    expect(body.entries[0]).toMatchObject({ device: 'phone-7', aheadSeconds: 300, isLate: true })
    expect(body.entries[0].sentence).toBe('测试teacher报：三号楼 402 无法上网（补录：地下室无信号）')
  })

  test.each([
    ['nobody calls', { callerId: null }, 'caller-missing'],
    ['a service nobody offers', { service: 'coffee' }, 'service-not-offered'],
    ['a caller nobody knows', { callerId: randomUUID() }, 'not-found'],
    ['a sentence without end', { what: '长'.repeat(501) }, 'input-invalid'],
  ])('refuses a call with %s and logs nothing', async (_title, changes, code) => {
    expect((await desk.call(changes)).body.code).toBe(code)
    expect(await list('state=all')).toEqual([])
  })
})

describe('who sees and who logs', () => {
  test('a teacher logs for the own school, and not for another', async () => {
    expect(await desk.call({}, desk.teacher)).toMatchObject({ status: 200, body: { team: { name: '教育信息中心' } } })
    const elsewhere = { callerId: null, callerName: '门卫', unitId: desk.stranger.unitId }
    expect(await desk.call(elsewhere, desk.teacher)).toMatchObject({ status: 404 })
    expect(await desk.call(elsewhere)).toMatchObject({ status: 200, body: { caller: { id: null, name: '门卫' } } })
  })

  test('the school and the team that serves it see the ticket, another school does not', async () => {
    const { body } = await desk.call()
    const open = (who: TestDesk['teacher']) => who.ask('GET', `/desk/tickets/${body.id}`)
    expect((await open(desk.teacher)).status).toBe(200)
    expect((await open(desk.engineer)).status).toBe(200)
    expect(await open(desk.stranger)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await list('', desk.stranger)).toEqual([])
    expect(await desk.call({}, desk.keeper)).toMatchObject({ status: 403 })
  })

  test('callers are found by pinyin, and those who called last come first without a word', async () => {
    const find = async (search: string) =>
      (await desk.operator.ask('GET', `/desk/callers?search=${search}`)).body.map(({ name }: { name: string }) => name)
    expect(await find('cst')).toEqual(['测试teacher'])
    expect(await find('')).toEqual([])
    await desk.call()
    expect(await find('')).toEqual(['测试teacher'])
  })
})

describe('the list', () => {
  test('is narrowed by state, severity, owner, unit and words', async () => {
    const { body: first } = await desk.call()
    desk.wait({ minutes: 1 })
    const { body: second } = await desk.call({ what: '核心交换机告警', scope: 'core', place: '机房' })
    await desk.act(first.id, { kind: 'accept' })
    const numbers = async (query: string) => (await list(query)).map(({ number }: { number: string }) => number)
    expect(await numbers('')).toEqual([second.number, first.number])
    expect(await numbers('state=waiting')).toEqual([second.number])
    expect(await numbers('severity=normal')).toEqual([first.number])
    expect(await numbers('whose=nobody')).toEqual([second.number])
    expect(await numbers(`search=${encodeURIComponent('交换机 机房')}`)).toEqual([second.number])
    expect(await numbers(`unitId=${desk.stranger.unitId}`)).toEqual([])
    expect((await list('whose=mine', desk.engineer))[0].number).toBe(first.number)
  })

  test('goes on where the page before ended, each ticket once', async () => {
    for (let count = 0; count < 53; count += 1) await desk.call({ what: `第 ${count} 单` })
    const { body } = await desk.operator.ask('GET', '/desk/tickets')
    const rest = await desk.operator.ask('GET', `/desk/tickets?after=${encodeURIComponent(body.next)}`)
    const all = [...body.tickets, ...rest.body.tickets].map(({ number }) => number)
    expect([body.tickets.length, rest.body.tickets.length, rest.body.next]).toEqual([50, 3, null])
    expect(new Set(all).size).toBe(53)
  })

  test('what may be one fault called in twice is shown beside it', async () => {
    await desk.call()
    const find = async () =>
      (await desk.operator.ask('GET', `/desk/similar?unitId=${desk.school}&service=network`)).body.length
    expect(await find()).toBe(1)
    desk.wait({ hours: 1 })
    expect(await find()).toBe(0)
  })
})
