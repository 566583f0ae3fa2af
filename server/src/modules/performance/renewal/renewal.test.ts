import type { FormContent } from '@shiji/kernel/form/form-content'
import { beforeEach, describe, expect, test } from 'vitest'
import { exampleOf } from '#testing/test-forms'
import { type Colleague, makeOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2020-10-15T01:00:00Z')
const DECLARATION = exampleOf('CN-SH-MUNICIPAL-DECLARATION')

let contact: Colleague
let stranger: Colleague

beforeEach(async () => {
  const office = await makeOffice(await makeWorld(), { now: () => NOW })
  const join = async (login: string, unit: string) =>
    office.addPerson(login, { unitId: await office.addUnit(unit), roles: ['project-contact'] })
  contact = await join('linxia', '教育信息中心')
  stranger = await join('zhoubo', '档案馆')
})

const save = async (content: FormContent) =>
  (await contact.ask('POST', '/forms', { body: { content, documentId: null } })).body

const EVALUATED = ['机房及附属设备安全巡检', '管理人员满意度'].flatMap((name) =>
  DECLARATION.indicators.filter(({ level3 }) => level3 === name),
)
const SELF_EVALUATION: FormContent = {
  ...exampleOf('CN-SH-MUNICIPAL-SELF-EVALUATION'),
  project: DECLARATION.project,
  year: DECLARATION.year,
  indicators: EVALUATED.map((row) => ({ ...row, actual: row.level3 === '管理人员满意度' ? '93.5%' : '每天2次' })),
}

test('last year’s declaration comes back with the year rolled, the money moved and every row with how it went', async () => {
  const { id, projectId } = await save(DECLARATION)
  await save(SELF_EVALUATION)
  const { body: renewals } = await contact.ask('GET', '/renewals')
  expect(renewals).toMatchObject([{ formId: id, projectId, year: 2020, recurring: true }])

  const { body } = await contact.ask('GET', `/renewals/${id}/2021`)
  expect(body.content).toMatchObject({
    year: 2021,
    money: { lastYearBudget: DECLARATION.money.yearBudget, lastYearExecuted: SELF_EVALUATION.money.executed },
  })
  expect(body.proposals).toContainEqual({
    where: 'fields.计划开始日期',
    was: '2020-01-01',
    now: '2021-01-01',
    kind: 'day',
  })
  expect(body.proposals.find(({ where }: { where: string }) => where === 'fields.项目概况').now).toContain('第三年')
  const verdicts = body.rows.flatMap(({ name, verdict }: { name: string; verdict: string }) =>
    verdict === 'not-reported' ? [] : [[name, verdict]],
  )
  expect(verdicts).toEqual([
    ['机房及附属设备安全巡检', 'kept'],
    ['管理人员满意度', 'missed'],
  ])
  expect(body.points).toEqual({
    money: ['money.totalBudget', 'money.yearBudget'],
    days: ['fields.计划开始日期', 'fields.计划完成日期'],
    people: ['fields.联系人', 'fields.联系电话'],
  })
})

test('a contract over three years is told when it would be its fourth', async () => {
  const { id } = await save(DECLARATION)
  const { body } = await contact.ask('GET', `/renewals/${id}/2022`)
  expect(body.notices).toContainEqual({ where: 'fields.项目概况', message: expect.stringContaining('第 4 年') })
  expect(body.notices).toContainEqual({ where: 'fields.立项依据', message: expect.stringContaining('2019—2021年') })
})

test('the new year’s form stays with its project though its printed name says another year', async () => {
  const first = await save({ ...DECLARATION, project: '校园网运维（2020年）' })
  const { body } = await contact.ask('GET', `/renewals/${first.id}/2021`)
  const content = { ...body.content, project: '校园网运维（2021年）' }
  const create = () => contact.ask('POST', '/forms', { body: { projectId: body.projectId, content, documentId: null } })
  expect(await create()).toMatchObject({ status: 200, body: { projectId: first.projectId, content: { year: 2021 } } })
  expect(await create()).toMatchObject({ status: 409, body: { code: 'form-exists' } })
  const again = await contact.ask('GET', `/renewals/${first.id}/2021`)
  expect(again.body.existing).not.toBeNull()
  const { body: renewals } = await contact.ask('GET', '/renewals')
  expect(renewals.map(({ year }: { year: number }) => year)).toEqual([2021])
})

test('refuses a year that is not later, and whatever another unit wrote', async () => {
  const { id, projectId } = await save(DECLARATION)
  expect(await contact.ask('GET', `/renewals/${id}/2020`)).toMatchObject({
    status: 422,
    body: { code: 'not-a-later-year' },
  })
  expect(await stranger.ask('GET', `/renewals/${id}/2021`)).toMatchObject({ status: 404 })
  expect((await stranger.ask('GET', '/renewals')).body).toEqual([])
  const body = { projectId, content: { ...DECLARATION, year: 2021 }, documentId: null }
  expect(await stranger.ask('POST', '/forms', { body })).toMatchObject({ status: 404 })
})

describe('several declarations begun at once', () => {
  const several = (ids: readonly string[], year = 2021, who = contact) =>
    who.ask('POST', `/renewals/${year}`, { body: { ids } })

  test('are each begun as if alone, with every proposal taken, and nothing is made twice', async () => {
    const first = await save(DECLARATION)
    const second = await save({ ...DECLARATION, project: '第二个项目' })
    const { body: made } = await several([first.id, second.id, first.id])
    expect(made).toMatchObject([
      { from: first.id, outcome: 'made', project: DECLARATION.project },
      { from: second.id, outcome: 'made', project: '第二个项目' },
    ])
    expect(made[0].open).toBeGreaterThan(0)
    const { body: draft } = await contact.ask('GET', `/forms/${made[0].made}`)
    expect(draft).toMatchObject({ projectId: first.projectId, content: { year: 2021 } })
    expect(draft.content.fields).toMatchObject({
      计划开始日期: '2021-01-01',
      项目概况: expect.stringContaining('第三年'),
    })
    const { body: again } = await several([first.id, second.id])
    expect(again.map(({ outcome, made: id }: Record<string, string>) => [outcome, id])).toEqual([
      ['exists', made[0].made],
      ['exists', made[1].made],
    ])
  })

  test('hold no other back when one cannot be begun, and say why', async () => {
    const { id } = await save(DECLARATION)
    const later = await save({ ...DECLARATION, project: '后来的项目', year: 2021 })
    const { body } = await several([later.id, id])
    expect(body).toMatchObject([
      { outcome: 'refused', made: null, notes: [expect.stringContaining('2021 年不晚于')] },
      { outcome: 'made', from: id },
    ])
    expect((await contact.ask('GET', '/renewals')).body).toHaveLength(2)
  })

  test('begin nothing when one of them is not to be seen', async () => {
    const { id } = await save(DECLARATION)
    for (const asked of [await several([id, crypto.randomUUID()]), await several([id], 2022, stranger)]) {
      expect(asked).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
    expect((await several([id])).body).toMatchObject([{ outcome: 'made' }])
  })
})
