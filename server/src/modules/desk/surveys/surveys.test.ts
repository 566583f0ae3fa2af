import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { satisfaction } from '../satisfaction/satisfaction-measure.ts'
import { closeSurveys } from './close-surveys.ts'

const OTHERS = Array.from({ length: 12 }, (_, index) => `老师${index + 1} 湖滨小学`)

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk()
})

const openSurvey = (changes: object = {}, who = desk.manager) => {
  const days = { judgedOn: '2026-02-28', closesOn: '2026-03-10' }
  const usual = {
    title: '2025 年服务满意度',
    audience: 'served',
    projectId: null,
    unitId: null,
    others: OTHERS,
    ...days,
  }
  return who.ask('POST', '/desk/surveys', { body: { ...usual, sampleSize: 8, minimum: 5, ...changes } })
}
type Link = { number: number; path: string }
const open = async (path: string, body?: string, cookie?: string) => {
  const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await desk.office.app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: path,
    headers: { ...type, ...(cookie && { cookie }) },
    ...(body && { payload: body }),
  })
  return reply.payload
}
const vote = async (links: readonly Link[], scores: readonly number[]) => {
  for (const [index, score] of scores.entries()) await open(links[index]?.path ?? '', `score=${score}`)
}
const look = async (id: string) => (await desk.manager.ask('GET', `/desk/surveys/${id}`)).body
const closing = () => closeSurveys(desk.world.contextOf({ kind: 'system', name: 'desk' }, desk.clock.now))
const figure = (params: object = {}, asOf = desk.clock.now) =>
  read(desk.world.chenghu, (reader) => {
    const period = { from: '2026-01-01', until: '2026-12-31' }
    return satisfaction.read(reader, { scope: { unitId: desk.centre, projectId: null }, period, params, asOf })
  })

test('a sample is drawn by a seed that is shown, and comes out the same when it is drawn again', async () => {
  const { id, links } = (await openSurvey()).body
  const seen = await look(id)
  const drawn = seen.people.filter((one: { isDrawn: boolean }) => one.isDrawn)
  expect([seen.people.length, links.length, seen.seed.length, seen.isDrawnAgain]).toEqual([12, 8, 36, true])
  expect(drawn.map((one: Link) => one.number)).toEqual(links.map((one: Link) => one.number))
  expect(seen).toMatchObject({ invited: 8, answered: 0, responseRate: '0.00', standing: { kind: 'running' } })
})

test('an answer is given by link, once, without scripts and without an answer chosen beforehand', async () => {
  const { id, links } = (await openSurvey()).body
  const page = await open(links[0].path)
  expect([page.includes('<script'), page.includes('checked'), page.match(/type="radio"/g)?.length]).toEqual([
    false,
    false,
    5,
  ])
  expect(await open(links[0].path, 'score=2')).toContain('已计入')
  expect(await open(links[0].path, 'score=5')).toContain('已经答过')
  expect(await open('/api/desk/ballots/guessed')).toContain('链接无效')
  expect(await look(id)).toMatchObject({
    answered: 1,
    responseRate: '12.50',
    scores: null,
    standing: { kind: 'running' },
  })
})

test('an answer cannot be joined to a person, not even by what the database keeps about its rows', async () => {
  const { id, links } = (await openSurvey()).body
  await vote(links, [5, 3])
  const rows = await read(desk.world.chenghu, async (reader) => ({
    tally: await reader.selectFrom('deskSurveyTally').select(sql<string>`xmin::text`.as('writer')).execute(),
    links: await reader.selectFrom('deskSurveyLink').selectAll().execute(),
    notes: await reader
      .selectFrom('ledgerEntry')
      .select(['actorId', 'detail'])
      .where('did', '=', 'desk.ballot-cast')
      .execute(),
  }))
  expect(new Set(rows.tally.map(({ writer }) => writer)).size).toBe(1)
  expect(Object.keys(rows.links[0] ?? {}).toSorted()).toEqual(['codeHash', 'isUsed', 'surveyId'])
  expect(rows.notes).toEqual([
    { actorId: null, detail: { surveyId: id } },
    { actorId: null, detail: { surveyId: id } },
  ])
})

test('nothing counts while it runs; once it is over the answers count, and who did not answer is listed', async () => {
  const { id, links } = (await openSurvey()).body
  await vote(links, [5, 4, 4, 5, 3, 1])
  expect((await figure()).value).toBeNull()
  desk.wait({ hours: 9 * 24 })
  expect((await look(id)).standing.kind).toBe('valid')
  expect(await open(links[7].path, 'score=5')).toContain('已经结束')
  await closing()
  expect(await figure()).toMatchObject({
    value: '66.67',
    parts: { numerator: '4', denominator: '6', excluded: { unanswered: 2 } },
  })
  expect((await look(id)).standing).toEqual({
    kind: 'valid',
    answered: 6,
    satisfied: 4,
    share: '66.67',
    interval: { low: '29.99', high: '90.33' },
  })
  expect([(await figure({ audience: 'served' })).value, (await figure({ audience: 'teacher' })).value]).toEqual([
    '66.67',
    null,
  ])
})

test('too few answers say nothing, and do not show what they were', async () => {
  const { id, links } = (await openSurvey()).body
  await vote(links, [1, 5, 5, 5])
  desk.wait({ hours: 9 * 24 })
  await closing()
  expect(await look(id)).toMatchObject({ scores: null, standing: { kind: 'too-few', answered: 4, missing: 1 } })
  const reading = await figure()
  expect([reading.value, reading.parts.excluded]).toEqual([null, { 'too-few': 4, unanswered: 4 }])
})

test('whoever serves is on the list and is not drawn, and a signed-in engineer does not answer', async () => {
  const { id } = (await openSurvey({ unitId: desk.office.districtId }, desk.manager)).body
  const barred = (await look(id)).people.filter((one: { isBarred: boolean }) => one.isBarred)
  const names = barred.map((one: { name: string }) => one.name)
  expect(names).toEqual(expect.arrayContaining(['测试engineer', '测试manager', '测试operator']))
  expect(names).not.toContain('测试teacher')
  expect(barred.every((one: { isDrawn: boolean }) => !one.isDrawn)).toBe(true)
  const { links } = (await openSurvey()).body
  const shown = await desk.engineer.ask('GET', links[0].path.replace('/api', ''))
  expect(shown.body).toContain('不参与调查')
})

test('a survey is taken back only while nobody knows its result, and stays to be seen', async () => {
  const { id, links } = (await openSurvey()).body
  const withdraw = (reason: string) => desk.manager.ask('POST', `/desk/surveys/${id}/withdrawal`, { body: { reason } })
  expect((await withdraw('名单漏了两个科室')).status).toBe(200)
  expect(await open(links[0].path)).toContain('已经结束')
  expect(await look(id)).toMatchObject({ standing: { kind: 'withdrawn' }, withdrawnBecause: '名单漏了两个科室' })
  expect((await withdraw('再来')).body.code).toBe('survey-over')
  const listed = (await desk.engineer.ask('GET', '/desk/surveys?year=2026')).body
  expect(listed.map((one: { id: string }) => one.id)).toEqual([id])
})

test.each([
  ['a minimum the sample cannot reach', { sampleSize: 6, minimum: 7 }, 'survey-minimum'],
  ['a list that is too short', { others: OTHERS.slice(0, 4) }, 'survey-list-short'],
  ['a last day that is over', { closesOn: '2026-03-01' }, 'survey-days'],
  ['a day judged after the last', { judgedOn: '2026-04-01' }, 'survey-days'],
])('%s is refused', async (_title, changes, code) => {
  expect((await openSurvey(changes)).body.code).toBe(code)
})
