import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { exampleOf } from '#testing/test-forms'
import { ticketVolume } from '../measures/count-measures.ts'

let desk: TestDesk
let network: string
let meetings: string

beforeEach(async () => {
  desk = await makeDesk()
  const contact = await desk.office.addPerson('contact', { unitId: desk.centre, roles: ['project-contact'] })
  const declare = async (project: string) => {
    const content = { ...exampleOf('CN-JX-NANCHANG-DONGHU-DECLARATION'), project }
    return (await contact.ask('POST', '/forms', { body: { content, documentId: null } })).body.projectId as string
  }
  network = await declare('网络运行维护')
  meetings = await declare('会议（保障）')
})

const setLine = (changes: object, who = desk.manager) =>
  who.ask('POST', '/desk/lines', {
    body: { unitId: desk.school, service: null, projectId: network, startsOn: '2026-01-01', ...changes },
  })
const projectOf = async (id: string) => (await desk.operator.ask('GET', `/desk/tickets/${id}`)).body.project
const count = (projectId: string | null, asOf = desk.clock.now) =>
  read(desk.world.chenghu, async (reader) => {
    const period = { from: '2026-01-01', until: '2026-12-31' }
    const query = { scope: { unitId: desk.centre, projectId }, period, params: {}, asOf }
    return (await ticketVolume.read(reader, query)).value
  })

test('a call belongs to the project of its line, and a board of another project does not count it', async () => {
  await setLine({})
  await setLine({ service: 'meeting', projectId: meetings })
  const { id } = (await desk.call()).body
  const talk = (await desk.call({ service: 'meeting' })).body.id
  expect(await projectOf(id)).toEqual({ id: network, name: '网络运行维护', isByHand: false })
  expect(await projectOf(talk)).toMatchObject({ id: meetings })
  expect([await count(null), await count(network), await count(meetings)]).toEqual(['2', '1', '1'])
})

test('tickets that were there before their line go along, and what was read before still reads the same', async () => {
  const { id } = (await desk.call()).body
  const before = desk.clock.now
  desk.wait({ minutes: 5 })
  expect((await setLine({})).body.tickets).toBe(1)
  expect([(await projectOf(id)).id, await count(network), await count(network, before)]).toEqual([network, '1', null])
  expect((await setLine({ startsOn: '2026-03-03', projectId: null })).body.tickets).toBe(0)
})

test('whoever works on a ticket may put it under another project, with a reason, and it stays there', async () => {
  await setLine({})
  const { id } = (await desk.call()).body
  await desk.act(id, { kind: 'project', to: meetings, note: '属于会议保障合同' })
  const seen = (await desk.operator.ask('GET', `/desk/tickets/${id}`)).body
  expect(seen.project).toEqual({ id: meetings, name: '会议（保障）', isByHand: true })
  expect(seen.entries.at(-1).sentence).toBe('归入项目“会议（保障）”：属于会议保障合同')
  expect((await setLine({ startsOn: '2026-02-01' })).body.tickets).toBe(0)
  expect([await count(network), await count(meetings)]).toEqual([null, '1'])
})

test('a line is set by who answers for the desk, for units it serves and projects it sees', async () => {
  expect((await setLine({}, desk.engineer)).status).toBe(403)
  expect((await setLine({ unitId: desk.office.districtId, projectId: null })).status).toBe(200)
  expect((await setLine({ service: 'gardening' })).body.code).toBe('service-not-offered')
  const strange = await desk.office.addPerson('other-manager', {
    unitId: desk.stranger.unitId,
    roles: ['centre-manager'],
  })
  expect((await setLine({}, strange)).body.code).toBe('not-found')
  const lines = (await desk.engineer.ask('GET', '/desk/lines')).body
  expect(lines.map((line: { project: unknown }) => line.project)).toEqual([null])
})

test('projects are found by a piece of their name', async () => {
  const found = (await desk.engineer.ask('GET', `/desk/projects?search=${encodeURIComponent('会议（')}`)).body
  expect(found).toEqual([{ id: meetings, name: '会议（保障）', unit: '教育信息中心' }])
})
