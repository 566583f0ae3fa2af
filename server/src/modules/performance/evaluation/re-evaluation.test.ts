import { beforeEach, describe, expect, test } from 'vitest'
import {
  accept,
  type Evaluating,
  fillIn,
  handIn,
  openAcceptedEvaluation,
  openSelfEvaluation,
  scoreByExperts,
} from '#testing/test-self-evaluations'
import { textsOf } from '#testing/test-workbook'

let office: Evaluating

beforeEach(async () => {
  office = await openAcceptedEvaluation()
})

const draw = (seed = '2022-复核-1', who = office.reviewer) =>
  who.ask('POST', '/performance/samples', { body: { year: 2021, seed } })
const again = (body: object, who = office.reviewer) =>
  who.ask('POST', `/self-evaluations/${office.self.id}/re-evaluations`, { body })
const RE_SCORED = {
  kind: 're-score',
  rows: [
    { position: 0, again: '4', reason: '现场只见八次记录' },
    { position: 1, again: '6', reason: '' },
  ],
  opinion: '巡检记录不全',
}

describe('a sample', () => {
  test('is drawn once for a seed, with its lot, its reason and what became of it', async () => {
    const { body } = await draw()
    expect(body).toMatchObject({
      year: 2021,
      frame: 1,
      items: [{ formId: office.self.id, stratum: '50 万元至 500 万元', why: 'lot', reEvaluated: false }],
    })
    expect(body.items[0].lot).toMatch(/^[0-9a-f]{16}$/)
    expect((await draw()).body.code).toBe('sample-exists')
    await again(RE_SCORED)
    const { body: samples } = await office.reviewer.ask('GET', '/performance/samples?year=2021')
    expect(samples).toMatchObject([{ id: body.id, items: [{ lot: body.items[0].lot, reEvaluated: true }] }])
  })

  test('of a year without self-evaluations is refused, and nobody else draws', async () => {
    const none = await office.reviewer.ask('POST', '/performance/samples', { body: { year: 2020, seed: '1' } })
    expect(none.body.code).toBe('frame-empty')
    expect((await draw('1', office.contact)).status).toBe(403)
  })
})

describe('the letter that gives the result back', () => {
  const letter = async (as = 'html') => office.contact.ask('GET', `/self-evaluations/${office.self.id}/feedback/${as}`)

  test('says both results, the differences with their reasons, and what must be corrected by when', async () => {
    await again(RE_SCORED)
    const notice = { origin: 're-evaluation', remedy: 'correct', demand: '补齐巡检记录', dueOn: '2022-02-28' }
    await office.reviewer.ask('POST', `/declarations/${office.form.id}/rectifications`, { body: notice })
    const { body } = await letter()
    for (const text of ['99.89 分（优）', '97.89 分（优），相差 -2.00 分', '现场只见八次记录', '巡检记录不全'])
      expect(body).toContain(text)
    for (const text of ['限期整改', '补齐巡检记录', '2022年2月28日', '未答复', '整改后再安排'])
      expect(body).toContain(text)
  })

  test('of a key evaluation says the mean of every part', async () => {
    await scoreByExperts(office, ['78', '79', '80'], '产出达标，效益待观察')
    const { body } = await letter()
    for (const text of ['重点评价（专家评分）', '79.00 分（中），相差 -20.89 分', '产出达标，效益待观察'])
      expect(body).toContain(text)
    expect(body).not.toContain('不按部分评分')
  })

  test.each([
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
  ])('leaves in %s', async (as, magic) => {
    await again(RE_SCORED)
    expect(new TextDecoder().decode((await letter(as)).bytes.slice(0, magic.length))).toBe(magic)
  })

  test('is not there before the re-evaluation', async () => {
    expect(await letter()).toMatchObject({ status: 409, body: { code: 'not-re-evaluated' } })
  })
})

describe('a re-evaluation', () => {
  test('puts the new scores beside the unit’s own and says what moved', async () => {
    const { body } = await again(RE_SCORED)
    expect(body).toMatchObject({ selfTotal: '99.89', total: '97.89', difference: '-2.00', grade: '优', largest: [0] })
    expect(body.rows[0]).toMatchObject({ self: '6.00', again: '4', difference: '-2.00', reason: '现场只见八次记录' })
    expect(body.rows[2]).toMatchObject({ again: null, difference: null })
    const { body: life } = await office.contact.ask('GET', `/declarations/${office.form.id}/life`)
    expect(life.state).toBe('re-evaluated')
  })

  test('is told to the unit at once, as is the sample before it', async () => {
    await draw()
    await again(RE_SCORED)
    const { body } = await office.contact.ask('GET', '/messages')
    const told = body.messages.filter(({ subjectId }: { subjectId: string }) => subjectId === office.self.id)
    expect(told).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ code: 'sampled', subjectKind: 're-evaluation' }),
        expect.objectContaining({
          ...{ code: 're-evaluated', opinion: '巡检记录不全' },
          sentence: expect.stringContaining('自评 99.89 分，复核 97.89 分（优）'),
        }),
      ]),
    )
  })

  test('by experts takes their mean', async () => {
    const { body } = await scoreByExperts(office, ['78', '79', '80'], '产出达标，效益待观察')
    expect(body).toMatchObject({ kind: 'key', total: '79.00', grade: '中', difference: '-20.89', selfTotal: '99.89' })
    const { body: rules } = await office.contact.ask('GET', `/self-evaluations/${office.self.id}/key-evaluation-rules`)
    expect(body.parts.map(({ name, weight }: { name: string; weight: string }) => ({ name, weight }))).toEqual(
      rules.parts,
    )
    expect(body.parts[0].mean).toBe(`${rules.parts[0].weight}.00`)
    expect(body.experts).toMatchObject([{ expert: '专家1', score: '78', counted: true }, {}, {}])
    const { body: all } = await office.contact.ask('GET', `/self-evaluations/${office.self.id}/re-evaluations`)
    expect(all).toHaveLength(1)
  })

  test('has a blank sheet for each expert, with the parts to score and the indicators', async () => {
    const { bytes } = await office.reviewer.ask('GET', `/self-evaluations/${office.self.id}/expert-sheet`)
    const texts = textsOf(bytes)
    for (const text of ['专家签名', '合计', '巡检次数', '自评得分']) expect(texts).toContain(text)
  })

  test.each([
    ['a score above its weight', { ...RE_SCORED, rows: [{ position: 0, again: '7', reason: '误' }] }, 'scores-wrong'],
    ['a new score without a reason', { ...RE_SCORED, rows: [{ position: 0, again: '4', reason: '' }] }, 'scores-wrong'],
    ['one expert', { kind: 'key', experts: [{ expert: '甲', points: ['10', '10'] }], opinion: '好' }, 'scores-wrong'],
    ['no opinion', { ...RE_SCORED, opinion: '' }, 'opinion-missing'],
    ['a row that is not there', { ...RE_SCORED, rows: [{ position: 99, again: '1', reason: '误' }] }, 'not-found'],
  ])('refuses %s', async (_title, body, code) => {
    expect((await again(body)).body.code).toBe(code)
    const { body: all } = await office.contact.ask('GET', `/self-evaluations/${office.self.id}/re-evaluations`)
    expect(all).toEqual([])
  })

  test('is not done by who filled the form in, nor by who may not', async () => {
    expect((await again(RE_SCORED, office.contact)).status).toBe(403)
    const other = await openSelfEvaluation()
    const roles = ['project-contact', 'finance-reviewer'] as const
    const both = await other.office.addPerson('tanyi', { unitId: other.contact.unitId, roles })
    const { body: form } = await fillIn({ contact: both, self: other.self })
    await handIn(other.contact, form)
    await accept(other)
    const own = await both.ask('POST', `/self-evaluations/${form.id}/re-evaluations`, { body: RE_SCORED })
    expect(own).toMatchObject({ status: 403, body: { code: 'own-work' } })
  })
})
