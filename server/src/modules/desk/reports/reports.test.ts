import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import type { Colleague } from '#testing/test-office'

let desk: TestDesk
let path: string

beforeEach(async () => {
  desk = await makeDesk()
  path = (await addSpots(['三号楼 402'])).body[0].path
})

const addSpots = (names: readonly string[], who: Colleague = desk.operator) =>
  who.ask('POST', '/desk/spots', { body: { unitId: desk.school, names } })

async function open(
  url: string,
  { fields, from = '10.0.0.9' }: { fields?: Record<string, string>; from?: string } = {},
) {
  const reply = await desk.office.app.inject({
    method: fields === undefined ? 'GET' : 'POST',
    url,
    remoteAddress: from,
    headers: { accept: 'text/html', ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(fields && { payload: new URLSearchParams(fields).toString() }),
  })
  return { status: reply.statusCode, html: reply.payload, policy: String(reply.headers['content-security-policy']) }
}

const secretIn = (html: string) => /name="secret" value="([\w-]+)"/.exec(html)?.[1] ?? ''

/** Scans the code, taps a tile, sends; the answer is the page that comes. */
async function report(changes: Record<string, string> = {}, { from = '10.0.0.9', at = path } = {}) {
  const form = await open(at, { from })
  const fields = { secret: secretIn(form.html), service: 'network', scope: 'one', what: '', website: '', ...changes }
  return open(at, { fields, from })
}

const tickets = async () => (await desk.operator.ask('GET', '/desk/tickets')).body.tickets
const statusIn = (html: string) => /href="(\/q\/s\/[\w-]+)"/.exec(html)?.[1] ?? ''

describe('a fault reported by scanning a code', () => {
  test('is a ticket of the place, with its clocks running, told to the team, to be confirmed by the duty operator', async () => {
    const form = await open(path)
    expect([form.status, form.html.includes('<script'), form.policy]).toEqual([
      200,
      false,
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    ])
    const answer = await report({ what: '投影不亮', service: 'meeting', contact: '分机 402' })
    expect(answer.html).toContain('已收到，等待受理')
    expect(answer.html).toContain('检查投影、功放的电源')
    const [ticket] = await tickets()
    expect(ticket).toMatchObject({
      what: '投影不亮',
      place: '三号楼 402',
      unit: { name: '湖滨小学' },
      isConfirmed: false,
    })
    const seen = (await desk.operator.ask('GET', `/desk/tickets/${ticket.id}`)).body
    expect(seen).toMatchObject({ channel: 'qr', contact: '分机 402', deeds: expect.arrayContaining(['confirm']) })
    expect(seen.notices.length).toBe(2)
    expect((await desk.act(ticket.id, { kind: 'confirm' }, desk.operator)).body.isConfirmed).toBe(true)
  })

  test('is followed by a secret link that names nobody', async () => {
    const status = statusIn((await report({ name: '何老师' })).html)
    const [{ id }] = await tickets()
    await desk.act(id, { kind: 'accept' })
    const page = await open(status)
    expect(page.html).toContain('已受理，正在处理')
    expect(page.html).not.toMatch(/何老师|测试engineer/)
    await desk.act(id, { kind: 'resolve', manner: 'remote', note: '已处理' })
    expect((await open(status)).html).toContain('已处理好')
  })

  test('sent twice is one report', async () => {
    const secret = secretIn((await open(path)).html)
    const [first, second] = [await report({ secret }), await report({ secret })]
    expect(statusIn(second.html)).toBe(statusIn(first.html))
    expect((await tickets()).length).toBe(1)
  })

  test('what a person typed is text and nothing else', async () => {
    const { html } = await report({ what: '<img src=x onerror=alert(1)>' })
    expect(html).toContain('&lt;img')
    expect(html).not.toContain('<img')
  })
})

describe('whoever floods the page', () => {
  test('from one address is held off, while others get through', async () => {
    const spots: { path: string }[] = (await addSpots(['201', '202', '203', '204'])).body
    const flood = spots.map(({ path: at }) => at).filter((at) => at !== path)
    const fields = { secret: 'a-machine-makes-its-own-', service: 'network' }
    for (let count = 0; count < 400; count += 1) {
      const at = flood[count % flood.length]
      await open(at ?? path, { fields: { ...fields, secret: `${fields.secret}${count}` }, from: '10.9.9.9' })
    }
    expect((await tickets()).length).toBe(12)
    expect((await open(flood[0] ?? path, { fields, from: '10.9.9.9' })).html).toContain('从这里打开得太频繁')
    expect((await report({ what: '真的坏了' }, { from: '10.0.0.20' })).html).toContain('已收到')
  })

  test('from many addresses fills three reports of one place and not one more', async () => {
    for (let count = 0; count < 30; count += 1) await report({}, { from: `10.1.0.${count}` })
    expect((await tickets()).length).toBe(3)
    expect((await report({}, { from: '10.1.1.1' })).html).toContain('已有 3 条报修等待受理')
  })

  test('by machine falls into the field nobody sees', async () => {
    expect((await report({ website: 'http://spam.example' })).html).toContain('没有提交任何内容')
    expect(await tickets()).toEqual([])
  })

  test('by guessing codes is slowed down', async () => {
    for (let count = 0; count < 20; count += 1) expect((await open(`/q/guess-${count}`)).html).toContain('已停用')
    expect((await open('/q/guess-21')).status).toBe(429)
    expect((await open(path)).status).toBe(200)
    const tries = await read(desk.world.chenghu, (reader) => reader.selectFrom('deskPublicTry').select('id').execute())
    expect(tries.length).toBe(20)
  })
})

describe('the codes of a unit', () => {
  test('a place that is there already keeps its code', async () => {
    const again = (await addSpots(['三号楼 402', '三号楼 403'])).body
    expect(again.map(({ name }: { name: string }) => name)).toEqual(['三号楼 402', '三号楼 403'])
    expect(again[0].path).toBe(path)
  })

  test('a renewed code makes the old one lead nowhere, and a closed place takes no report', async () => {
    const [{ id }] = (await desk.operator.ask('GET', '/desk/spots')).body
    const fresh = (await desk.operator.ask('POST', `/desk/spots/${id}/codes`)).body.path
    expect((await open(path)).html).toContain('已停用')
    expect((await open(fresh)).html).toContain('三号楼 402')
    await desk.operator.ask('PUT', `/desk/spots/${id}`, { body: { isOpen: false } })
    const fields = { secret: 'from-a-page-opened-before', service: 'network' }
    expect((await open(fresh, { fields })).html).toContain('没有提交任何内容')
    expect(await tickets()).toEqual([])
  })

  test('are kept by the desk that serves the unit and by nobody else', async () => {
    expect((await addSpots(['门厅'], desk.teacher)).body.code).toBe('not-permitted')
    expect((await addSpots(['门厅'], desk.engineer)).body.code).toBe('not-permitted')
  })
})
