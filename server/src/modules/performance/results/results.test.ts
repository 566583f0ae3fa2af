import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { beforeEach, describe, expect, test } from 'vitest'
import { DECLARATION } from '#testing/test-declarations'
import {
  accept,
  type Evaluating,
  fillIn,
  handIn,
  openSelfEvaluation,
  scoreByExperts,
} from '#testing/test-self-evaluations'
import { textsOf } from '#testing/test-workbook'

let office: Evaluating

beforeEach(async () => {
  office = await openSelfEvaluation()
})

async function handInFilled(): Promise<void> {
  const { body: form } = await fillIn(office)
  await handIn(office.contact, form)
  await accept(office)
}

const results = () => office.contact.ask('GET', '/performance/results?year=2021').then(({ body }) => body)
const expertsGive = (score: string) => scoreByExperts(office, [score, score, score])

describe('results', () => {
  test('are the unit’s own until somebody scored again, and mean something for the next budget', async () => {
    expect(await results()).toEqual([])
    await handInFilled()
    expect(await results()).toMatchObject([
      { rank: 1, total: '99.89', grade: '优', effect: 'support', reEvaluated: false },
    ])
    await expertsGive('55')
    expect(await results()).toMatchObject([
      { selfTotal: '99.89', total: '55.00', grade: '差', effect: 'cut', reEvaluated: true },
    ])
  })

  test('leave as a workbook in the order of the page', async () => {
    await handInFilled()
    const { bytes } = await office.contact.ask('GET', '/performance/results/workbook?year=2021')
    const texts = textsOf(bytes)
    for (const text of [DECLARATION.project, '99.89', '优', '优先支持']) expect(texts).toContain(text)
  })

  test('of who leaves a rectification open are held, whatever the grade', async () => {
    await handInFilled()
    await office.ask(office.reviewer, 'rectifications', {
      origin: 're-evaluation',
      remedy: 'correct',
      demand: '补齐记录',
    })
    expect(await results()).toMatchObject([{ grade: '优', effect: 'hold-until-rectified', openRectifications: 1 }])
  })

  test('of a project are seen over the years, by who may see the project', async () => {
    await handInFilled()
    const path = `/projects/${office.form.projectId}/results`
    expect((await office.contact.ask('GET', path)).body).toMatchObject([{ year: 2021, grade: '优' }])
    const unitId = await office.office.addUnit('第一小学')
    const stranger = await office.office.addPerson('jiang', { unitId, roles: ['project-contact'] })
    expect((await stranger.ask('GET', path)).status).toBe(404)
    expect((await stranger.ask('GET', '/performance/results?year=2021')).body).toEqual([])
  })
})

test('a project is seen over the years with its forms, its total and its money; a stranger finds nothing', async () => {
  await handInFilled()
  const path = `/projects/${office.form.projectId}`
  const { body } = await office.contact.ask('GET', path)
  expect(body).toMatchObject({ name: DECLARATION.project, unitName: '教育信息中心' })
  expect(body.years).toMatchObject([
    {
      year: 2021,
      forms: [{ stage: 'declaration', state: 'self-evaluated' }, { stage: 'self-evaluation' }],
      result: { total: '99.89', grade: '优', kind: DECLARATION.fields.项目类别 ?? '' },
      fullYear: '1800000',
      executed: '1780000',
      rate: '98.89',
      payments: 1,
    },
  ])
  const unitId = await office.office.addUnit('第一小学')
  const stranger = await office.office.addPerson('jiang', { unitId, roles: ['project-contact'] })
  expect((await stranger.ask('GET', path)).status).toBe(404)
})

describe('the public copy', () => {
  const [first] = DECLARATION.indicators
  const secret = { indicator: first === undefined ? '' : indicatorName(first), reason: '涉密机房' }
  const copy = () => office.contact.ask('GET', `/forms/${office.form.id}/public-copy/html`)

  test('shows the promise and no person, no telephone and no row kept back', async () => {
    const open = await office.contact.ask('GET', `/forms/${office.form.id}/print/html`)
    for (const text of ['林知夏', '0791-5550-0102', '巡检次数']) expect(open.body).toContain(text)
    const kept = await office.contact.ask('PUT', `/forms/${office.form.id}/secret-rows`, { body: { rows: [secret] } })
    expect(kept.body).toEqual({ rows: [secret] })
    expect((await office.contact.ask('GET', `/forms/${office.form.id}/secret-rows`)).body).toEqual({ rows: [secret] })
    const { body } = await copy()
    for (const text of ['林知夏', '程砚秋', '周予安', '0791-5550-0102', '巡检次数', '涉密机房'])
      expect(body).not.toContain(text)
    for (const text of ['骨干网络可用率', '≥99%', DECLARATION.project]) expect(body).toContain(text)
  })

  test('keeps back only rows that are there', async () => {
    const body = { rows: [{ ...secret, indicator: '无此指标' }] }
    expect((await office.contact.ask('PUT', `/forms/${office.form.id}/secret-rows`, { body })).body.code).toBe(
      'indicator-unknown',
    )
  })
})

describe('paper', () => {
  test.each(['review-sheet', 'approval-trail'])('%s leaves in four formats', async (sheet) => {
    const path = `/declarations/${office.form.id}/${sheet}`
    const first = async (format: string) => {
      const { bytes } = await office.contact.ask('GET', `${path}/${format}`)
      return new TextDecoder().decode(bytes.slice(0, 4)).slice(0, 2)
    }
    expect([await first('html'), await first('docx'), await first('xlsx'), await first('pdf')]).toEqual([
      '<!',
      'PK',
      'PK',
      '%P',
    ])
  })

  test('审核表 names the three closed years and every desk; 审批单 every step with its person', async () => {
    const { body: review } = await office.contact.ask('GET', `/declarations/${office.form.id}/review-sheet/html`)
    for (const text of ['2018', '2019', '2020', '区财政绩效办', '测试xuwang']) expect(review).toContain(text)
    const { body: trail } = await office.contact.ask('GET', `/declarations/${office.form.id}/approval-trail/html`)
    for (const text of ['提交', '批复', '测试linxia', '测试xuwang', '2022年1月20日']) expect(trail).toContain(text)
  })
})
