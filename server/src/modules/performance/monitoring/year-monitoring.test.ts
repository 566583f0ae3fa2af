import { beforeEach, describe, expect, test } from 'vitest'
import { approve, makeBureau, type TestBureau } from '#testing/test-declarations'
import { exampleOf } from '#testing/test-forms'
import type { Colleague } from '#testing/test-office'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau({}, '2021-09-02T02:00:00Z')
  await approve(bureau)
})

const year = async (who: Colleague = bureau.reviewer, query = '') =>
  (await who.ask('GET', `/performance/monitoring?year=2021${query}`)).body
const grant = (projectId: string, amount: string) =>
  bureau.contact.ask('POST', `/projects/${projectId}/money`, {
    body: {
      ...{ year: 2021, kind: 'initial', source: 'own', amount, decidedOn: '2021-01-15' },
      documentId: null,
    },
  })
const write = (month: number, id = bureau.form.id) =>
  bureau.contact.ask('PUT', `/declarations/${id}/monitoring/${month}`, { body: { rows: [], report: false } })

describe('monitoring over all projects', () => {
  test('says who has not reported the gathered months though their day is over', async () => {
    await grant(bureau.form.projectId, '1800000')
    await write(7)
    const { projects, coverage, more } = await year()
    expect(projects).toMatchObject([
      {
        ...{ formId: bureau.form.id, unit: '教育信息中心', months: [{ month: 7, state: 'draft', light: 'red' }] },
        ...{ dueOn: '2021-08-31', late: true, remedy: null, openNotices: 0 },
        ...{ budget: '1800000', executed: '0', rate: '0.00' },
      },
    ])
    expect([coverage, more]).toEqual([[], false])
  })

  test('counts the notices nobody answered', async () => {
    const notice = { origin: 'monitoring', month: 7, remedy: 'remind', demand: '请报七月监控' }
    await bureau.ask(bureau.reviewer, 'rectifications', notice)
    expect((await year()).projects).toMatchObject([{ openNotices: 1 }])
  })

  test('shows the own units only, and refuses a unit nobody may see', async () => {
    const unitId = await bureau.office.addUnit('第一小学')
    const stranger = await bureau.office.addPerson('jiang', { unitId, roles: ['project-contact'] })
    expect((await year(stranger)).projects).toEqual([])
    expect((await year(bureau.reviewer, `&unitId=${unitId}`)).projects).toEqual([])
    const own = (await year()).projects[0].unitId
    expect((await year(stranger, `&unitId=${own}`)).code).toBe('not-found')
  })
})

test('in Shanghai a unit sees how much of its money is monitored', async () => {
  const content = { ...exampleOf('CN-SH-MINHANG-DECLARATION'), year: 2021 }
  const { body: form } = await bureau.contact.ask('POST', '/forms', { body: { content, documentId: null } })
  const at = { version: form.version }
  await bureau.contact.ask('POST', `/declarations/${form.id}/submissions`, { body: at })
  const approved = await bureau.reviewer.ask('POST', `/declarations/${form.id}/decisions`, {
    body: { ...at, decision: 'approve' },
  })
  expect(approved.status).toBe(200)
  await grant(form.projectId, '372100')
  const { coverage } = await year()
  expect(coverage).toMatchObject([{ unit: '教育信息中心', percent: '0.00', fromPercent: '50', enough: false }])
})
