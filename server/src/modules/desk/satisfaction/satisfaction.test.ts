import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { satisfaction } from './satisfaction-measure.ts'

let desk: TestDesk
let id: string

beforeEach(async () => {
  desk = await makeDesk()
  id = (await desk.call()).body.id
})

const settle = () => desk.act(id, { kind: 'resolve', manner: 'remote', note: '已处理' })
const ask = (who = desk.operator) => who.ask('POST', `/desk/tickets/${id}/satisfaction-links`)
const open = async (path: string, body?: string, remoteAddress = '10.0.0.9') => {
  const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const method = body === undefined ? 'GET' : 'POST'
  const reply = await desk.office.app.inject({
    method,
    url: path,
    headers,
    remoteAddress,
    ...(body && { payload: body }),
  })
  return { status: reply.statusCode, html: reply.payload, type: String(reply.headers['content-type']) }
}
const figure = () =>
  read(desk.world.chenghu, (reader) =>
    satisfaction.read(reader, {
      scope: { unitId: desk.centre, projectId: null },
      period: { from: '2026-01-01', until: '2026-12-31' },
      params: {},
      asOf: desk.clock.now,
    }),
  )

test('the caller answers by a link, once, on a page without scripts and without an answer chosen beforehand', async () => {
  await settle()
  const { path } = (await ask()).body
  const page = await open(path)
  expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') })
  expect([
    page.html.includes('<script'),
    page.html.includes('checked'),
    page.html.match(/type="radio"/g)?.length,
  ]).toEqual([false, false, 5])
  expect((await figure()).parts.excluded).toEqual({ unanswered: 1 })

  expect((await open(path, 'score=4&note=%E5%BE%88%E5%BF%AB')).html).toContain('谢谢')
  expect((await open(path, 'score=1')).html).toContain('已经评价过')
  expect(await figure()).toMatchObject({ value: '100.00', parts: { numerator: '1', denominator: '1', excluded: {} } })
  expect((await ask()).body.code).toBe('answered-already')
})

test('before it is settled nobody is asked, and whoever works at the desk is never asked nor answers', async () => {
  expect((await ask()).body.code).toBe('not-settled')
  await settle()
  const { path } = (await ask()).body
  expect((await desk.engineer.ask('GET', path.replace('/api', ''))).body).toContain('服务台人员不参与评价')
  id = (await desk.call({ callerId: desk.engineer.personId, unitId: desk.school })).body.id
  await settle()
  expect((await ask()).body.code).toBe('staff-not-asked')
})

test('a new link takes the place of the old one, and each ends after two weeks', async () => {
  await settle()
  const [old, fresh] = [(await ask()).body.path, (await ask()).body.path]
  expect((await open(old)).html).toContain('链接无效')
  desk.wait({ hours: 15 * 24 })
  expect((await open(fresh, 'score=5')).html).toContain('链接无效')
  expect((await figure()).value).toBeNull()
})

test('an address that asks too often is slowed down, another is not', async () => {
  await settle()
  const { path } = (await ask()).body
  for (let count = 0; count < 20; count += 1) await open(`/api/desk/satisfaction/guess-${count}`)
  expect((await open(path)).status).toBe(429)
  expect((await open(path, undefined, '10.0.0.10')).status).toBe(200)
  desk.wait({ minutes: 11 })
  expect((await open(path)).status).toBe(200)
})
