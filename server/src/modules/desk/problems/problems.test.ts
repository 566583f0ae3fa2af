import { beforeEach, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'

let desk: TestDesk
let ticket: string
let id: string

const act = (path: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
  desk.engineer.ask(method, `/desk/problems${path}`, { body })
const look = async () => (await desk.manager.ask('GET', `/desk/problems/${id}`)).body

beforeEach(async () => {
  desk = await makeDesk()
  ticket = (await desk.call()).body.id
  id = (await act('', { title: '接入交换机反复掉电', ticketId: ticket })).body.id
})

test('incidents are gathered behind a problem, and each ticket tells how to get by', async () => {
  const again = (await desk.call({ what: '又断网' })).body.id
  await act(`/${id}/tickets`, { ticketId: again })
  await act(`/${id}`, { cause: '电源模块批次缺陷', workaround: '先断电一分钟再上电' }, 'PUT')
  expect(await look()).toMatchObject({ number: 'WT-2026-0001', state: 'known', service: 'network', tickets: 2 })
  const seen = (await desk.operator.ask('GET', `/desk/tickets/${again}`)).body
  expect(seen.problem).toMatchObject({ id, number: 'WT-2026-0001', workaround: '先断电一分钟再上电' })
})

test('an incident has one problem behind it, and a request has none', async () => {
  expect((await act('', { title: '另一个', ticketId: ticket })).body.code).toBe('problem-taken')
  const request = (await desk.call({ kind: 'request' })).body.id
  expect((await act(`/${id}/tickets`, { ticketId: request })).body.code).toBe('incidents-only')
})

test('it is closed once its cause is known, and then stays as it is', async () => {
  const close = () => act(`/${id}/closing`, { changeId: null, closing: '该批次设备已全部退役' })
  expect((await close()).body.code).toBe('cause-not-known')
  await act(`/${id}`, { cause: '电源模块批次缺陷', workaround: '' }, 'PUT')
  expect((await close()).status).toBe(200)
  expect(await look()).toMatchObject({ state: 'closed', closing: '该批次设备已全部退役', closedBy: '测试engineer' })
  const refused = [
    await close(),
    await act(`/${id}`, { cause: '', workaround: '' }, 'PUT'),
    await act(`/${id}/tickets`, { ticketId: ticket }),
  ].map(({ body }) => body.code)
  expect(refused).toEqual(['problem-closed', 'problem-closed', 'problem-closed'])
  expect((await desk.manager.ask('GET', '/desk/problems')).body).toEqual([])
})

test('a change that was not carried out ends no problem', async () => {
  await act(`/${id}`, { cause: '电源模块批次缺陷', workaround: '' }, 'PUT')
  const plan = { what: '更换电源模块', why: '批次缺陷', risk: 'low', backOut: '换回原件', services: ['network'] }
  const from = desk.clock.now.add({ hours: 1 })
  const window = { from: from.toString(), until: from.add({ hours: 1 }).toString(), places: [desk.school] }
  const change = (await desk.engineer.ask('POST', '/desk/changes', { body: { ...plan, ...window } })).body
  const closing = { changeId: change.id, closing: '已换' }
  expect((await act(`/${id}/closing`, closing)).body.code).toBe('change-not-done')
})

test('another unit sees nothing of it', async () => {
  expect((await desk.stranger.ask('GET', `/desk/problems/${id}`)).status).toBe(404)
})
