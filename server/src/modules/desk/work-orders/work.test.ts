import { beforeEach, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import type { Colleague } from '#testing/test-office'

let desk: TestDesk
let ticket: string

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-02T10:00:00+08:00' })
  ticket = (await desk.call()).body.id
})

const orders = () => `/desk/tickets/${ticket}/work-orders`
const open = (who: Colleague = desk.engineer) =>
  who.ask('POST', orders(), { body: { what: '更换光模块', steps: ['断电', '更换', '测试'] } })
const record = (order: { id: string; version: number }, lines: object) =>
  desk.engineer.ask('PUT', `/desk/work-orders/${order.id}`, {
    body: { version: order.version, steps: [], parts: [], spans: [], ...lines },
  })
const sign = (order: { id: string; version: number }) =>
  desk.engineer.ask('POST', `/desk/work-orders/${order.id}/signature`, {
    body: {
      version: order.version,
      signer: '周老师',
      strokes: [
        [
          [10, 20],
          [30, 40],
        ],
      ],
    },
  })
const done = (what: string) => ({ what, state: 'done', note: '' })
const DONE = [done('断电'), done('更换'), { what: '测试', state: 'left-out', note: '用户已离开' }]

test('what was done, used and spent stands on the order, and the signature closes it', async () => {
  const opened = (await open()).body
  expect(opened).toMatchObject({ number: 1, mayRecord: true, steps: [{ state: 'open' }, {}, {}] })
  expect((await sign(opened)).body).toMatchObject({
    code: 'work-refused',
    parameters: { sentence: '还有 3 步没有做完。' },
  })
  const spans = [{ personId: desk.engineer.personId, from: '2026-03-02T01:00:00Z', until: '2026-03-02T01:45:00Z' }]
  const parts = [{ name: 'SFP 光模块', serial: 'SN-7', quantity: '2', unit: '个' }]
  const recorded = await record(opened, { steps: DONE, parts, spans })
  expect(recorded).toMatchObject({
    status: 200,
    body: { version: 2, minutes: 45, parts, spans: [{ name: '测试engineer' }] },
  })
  const signed = await sign(recorded.body)
  expect(signed.body).toMatchObject({ mayRecord: false, signature: { signer: '周老师', takenBy: '测试engineer' } })
  expect((await record(signed.body, {})).body.code).toBe('work-signed')
  expect((await sign(signed.body)).body.code).toBe('work-signed')
})

test('two who write at once do not overwrite each other', async () => {
  const opened = (await open()).body
  await record(opened, { steps: DONE })
  expect((await record(opened, { steps: [] })).body.code).toBe('changed-meanwhile')
  expect((await desk.manager.ask('GET', orders())).body[0].steps).toHaveLength(3)
})

test('a ticket is not closed while a step is open', async () => {
  const opened = (await open()).body
  await desk.act(ticket, { kind: 'accept' })
  await desk.act(ticket, { kind: 'resolve', manner: 'on-site', note: '已更换' })
  const close = () => desk.act(ticket, { kind: 'close', cause: 'hardware', note: '' })
  const refused = await close()
  expect(refused.body).toMatchObject({ code: 'work-open', parameters: { count: 3 } })
  await record(opened, { steps: DONE })
  expect(await close()).toMatchObject({ status: 200, body: { state: 'closed' } })
})

test('whoever does not see the ticket finds no order of it', async () => {
  await open()
  expect((await desk.stranger.ask('GET', orders())).status).toBe(404)
  expect((await open(desk.teacher)).status).toBe(403)
  expect((await desk.teacher.ask('GET', orders())).body).toMatchObject([{ mayRecord: false, openedBy: '测试engineer' }])
})
