import { beforeEach, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import type { Colleague } from '#testing/test-office'

let desk: TestDesk
let ticket: string

const TEXT = {
  title: '整层断网先看电源',
  service: 'network',
  audience: 'team',
  symptoms: '几个教室同时无法上网',
  remedy: '换用备用电源模块',
  validUntil: '2026-12-31',
}

const write = async (changes: object = {}, who = desk.engineer) =>
  (await who.ask('POST', '/desk/articles', { body: { ...TEXT, ...changes } })).body.id
const confirm = (id: string, version: number, who = desk.operator) =>
  who.ask('POST', `/desk/articles/${id}/confirmation`, { body: { version } })
const publish = async (changes: object = {}) => {
  const id = await write(changes)
  await confirm(id, 1)
  return id
}
const list = async (who: Colleague, query = '') =>
  (await who.ask('GET', `/desk/articles${query}`)).body.map(({ title }: { title: string }) => title)
const look = async (id: string, who = desk.engineer) => (await who.ask('GET', `/desk/articles/${id}`)).body
const proposed = async (words: string, service = '', who = desk.operator) =>
  (await who.ask('GET', `/desk/article-proposals?${new URLSearchParams({ service, words })}`)).body.map(
    ({ title }: { title: string }) => title,
  )

beforeEach(async () => {
  desk = await makeDesk()
  ticket = (await desk.call()).body.id
})

test('what one wrote another confirms, and only then it is found and proposed', async () => {
  const id = await write()
  expect([await list(desk.operator), await proposed('教室上网')]).toEqual([[], []])
  expect((await confirm(id, 1, desk.engineer)).body.code).toBe('second-person-needed')
  expect((await confirm(id, 1)).status).toBe(200)
  expect((await confirm(id, 1)).body.code).toBe('article-no-draft')
  expect([await list(desk.operator), await proposed('教室上网')]).toEqual([[TEXT.title], [TEXT.title]])
  expect(await look(id)).toMatchObject({
    number: 'ZS-2026-0001',
    state: 'published',
    versions: [{ version: 1, writtenBy: '测试engineer', confirmedBy: '测试operator' }],
  })
})

test('the published text stays until the next one is confirmed, and who saw an older one is told', async () => {
  const id = await publish()
  const change = (version: number, remedy: string) =>
    desk.operator.ask('PUT', `/desk/articles/${id}`, { body: { ...TEXT, remedy, version } })
  expect((await change(1, '先重插光模块')).status).toBe(200)
  expect((await change(1, '别的')).body.code).toBe('changed-meanwhile')
  expect(await look(id)).toMatchObject({ version: 1, remedy: TEXT.remedy, waits: true, draft: { version: 2 } })
  expect((await confirm(id, 2)).body.code).toBe('second-person-needed')
  await confirm(id, 2, desk.engineer)
  expect(await look(id)).toMatchObject({ version: 2, remedy: '先重插光模块', draft: null })
})

test('what is for the team is not shown to callers, and other units see nothing', async () => {
  const inside = await publish()
  await publish({ title: '打印机卡纸', audience: 'everybody', service: 'printing', symptoms: '卡纸' })
  expect([await list(desk.teacher), await list(desk.operator)].map((one) => one.length)).toEqual([1, 2])
  expect(await proposed('教室断网卡纸', '', desk.teacher)).toEqual(['打印机卡纸'])
  expect((await look(inside, desk.teacher)).code).toBe('not-found')
  await desk.keeper.ask('PUT', `/desk/teams/${desk.office.districtId}`, { body: { teamId: desk.school } })
  expect([await list(desk.teacher), await list(desk.stranger)]).toEqual([[], []])
})

test('the same words come before the same service, and what is past its day or withdrawn is not proposed', async () => {
  const words = await publish({ title: '投影没有画面', service: 'meeting', symptoms: '投影仪没有画面' })
  await publish({ title: '断网', service: 'network', symptoms: '', validUntil: '2026-03-02' })
  expect(await proposed('会议室投影没有画面', 'network')).toEqual(['投影没有画面', '断网'])
  await desk.engineer.ask('POST', `/desk/articles/${words}/withdrawal`, { body: { reason: '设备已换' } })
  expect(await proposed('会议室投影没有画面', 'network')).toEqual(['断网'])
  desk.wait({ hours: 24 })
  expect(await proposed('断网', 'network')).toEqual([])
  expect(await list(desk.operator, '?state=stale')).toEqual(['断网'])
  const change = { ...TEXT, version: 1 }
  expect((await desk.engineer.ask('PUT', `/desk/articles/${words}`, { body: change })).body.code).toBe(
    'article-withdrawn',
  )
})

test('uses are counted with whether they helped, once for a ticket', async () => {
  const id = await publish()
  const use = (helped: boolean | null, of = ticket) =>
    desk.engineer.ask('POST', `/desk/tickets/${of}/articles`, { body: { articleId: id, helped } })
  for (const helped of [null, false, true]) await use(helped)
  await use(false, (await desk.call()).body.id)
  expect(await look(id)).toMatchObject({ uses: 2, helped: 1, notHelped: 1, tickets: [{}, {}] })
  const [used] = (await desk.engineer.ask('GET', `/desk/tickets/${ticket}/articles`)).body
  expect(used).toMatchObject({ id, verdict: true })
  expect(
    (await desk.teacher.ask('POST', `/desk/tickets/${ticket}/articles`, { body: { articleId: id, helped: true } }))
      .status,
  ).toBe(403)
})

test('a finished ticket and a problem begin an article with what settled them', async () => {
  const begin = async (query: string) => (await desk.engineer.ask('GET', `/desk/article-drafts?${query}`)).body
  expect(await begin('')).toMatchObject({ title: '', remedy: '', audience: 'team' })
  expect((await begin(`ticketId=${ticket}`)).code).toBe('not-settled')
  const problem = (await desk.engineer.ask('POST', '/desk/problems', { body: { title: '反复断网', ticketId: ticket } }))
    .body
  const study = { cause: '电源老化', workaround: '换备用电源' }
  await desk.engineer.ask('PUT', `/desk/problems/${problem.id}`, { body: study })
  await desk.act(ticket, { kind: 'resolve', manner: 'on-site', note: '换了电源' })
  expect(await begin(`ticketId=${ticket}`)).toMatchObject({ title: '三号楼 402 无法上网', remedy: '换了电源' })
  expect(await begin(`problemId=${problem.id}`)).toMatchObject({ remedy: '原因：电源老化\n绕行：换备用电源' })
  const id = await write({ ticketId: ticket })
  expect((await look(id)).source).toMatchObject({ kind: 'ticket', id: ticket })
})

test('an article of a service the desk does not offer, or of a day that is over, is not saved', async () => {
  const refused = async (changes: object) =>
    (await desk.engineer.ask('POST', '/desk/articles', { body: { ...TEXT, ...changes } })).body.code
  expect(await refused({ service: 'gardening' })).toBe('service-not-offered')
  expect(await refused({ validUntil: '2026-03-01' })).toBe('article-day-past')
})
