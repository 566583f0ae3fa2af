import { beforeEach, describe, expect, test } from 'vitest'
import { makeBureau } from '#testing/test-declarations'
import { change, editForm } from '#testing/test-forms'
import { fileForm } from '#testing/test-office'
import { type Evaluating, fillIn, handIn, openSelfEvaluation } from '#testing/test-self-evaluations'

let office: Evaluating

beforeEach(async () => {
  office = await openSelfEvaluation()
})

const open = () => office.contact.ask('GET', `/self-evaluations/${office.self.id}`).then(({ body }) => body)
const codes = async () => (await open()).problems.map(({ code }: { code: string }) => code)
const LATE = { 检修教室数: { actual: '570间' } }

async function proof(): Promise<string> {
  const { body } = await office.contact.ask('POST', '/documents', {
    body: fileForm('记录.pdf', new TextEncoder().encode('%PDF')),
  })
  return body.id
}

describe('a self-evaluation', () => {
  test('opens with what the office knows: promises as approved, weights, money and its rate', async () => {
    const { body } = await office.contact.ask('GET', `/forms/${office.self.id}`)
    expect(body.content).toMatchObject({ stage: 'self-evaluation', year: 2021 })
    expect(body.content.money).toMatchObject({
      fullYear: '1800000',
      executed: '1780000',
      weight: '10',
      rate: '98.89',
      score: '9.89',
    })
    expect(body.content.indicators[0]).toMatchObject({ level3: '巡检次数', target: '≥12次', weight: '6', actual: null })
    const again = await office.ask(office.contact, 'self-evaluation')
    expect(again.body.id).toBe(office.self.id)
  })

  test('is handed in when nothing is open, and is closed from then on', async () => {
    const { body: form } = await fillIn(office)
    expect(await codes()).toEqual([])
    const { body } = await handIn(office.contact, form)
    expect(body).toMatchObject({ state: 'handed-in', total: '99.89', grade: '优', problems: [] })
    const { body: life } = await office.contact.ask('GET', `/declarations/${office.form.id}/life`)
    expect(life.state).toBe('self-evaluated')
    const edit = await editForm(office.contact, form, [change('indicators[0].actual', '12次', '13次')])
    expect(edit).toMatchObject({ status: 409, body: { code: 'self-evaluation-closed' } })
    expect((await handIn(office.contact, form)).body.code).toBe('self-evaluation-closed')
  })

  test('below full score wants a reason', async () => {
    const { body: form } = await fillIn(office, LATE)
    expect(await codes()).toEqual(['reason-missing'])
    const refused = await handIn(office.contact, form)
    expect(refused).toMatchObject({ status: 422, body: { code: 'self-evaluation-open', parameters: { count: 1 } } })
    expect(refused.body.detail).toContain('检修教室数')
    const position = form.content.indicators.findIndex(({ level3 }: { level3: string }) => level3 === '检修教室数')
    const explained = await editForm(office.contact, form, [change(`indicators[${position}].reason`, '', '两校改建')])
    expect((await handIn(office.contact, explained.body)).body).toMatchObject({ total: '99.59' })
  })

  test('with a score that is not the rule’s wants person, reason and file', async () => {
    const { body: form } = await fillIn(office, { 检修教室数: { actual: '570间', score: '5', reason: '两校改建' } })
    expect(await codes()).toEqual(['score-off-the-rule'])
    const position = form.content.indicators.findIndex(({ level3 }: { level3: string }) => level3 === '检修教室数')
    const body = { position, field: 'score', value: '5', reason: '验收另有三间不合格', documentId: await proof() }
    const grounded = await office.contact.ask('PUT', `/self-evaluations/${office.self.id}/overrides`, { body })
    expect(grounded.body).toMatchObject({
      problems: [],
      overrides: [{ field: 'score', by: '测试linxia', reason: body.reason }],
    })
    expect((await handIn(office.contact, form)).body).toMatchObject({ state: 'handed-in', total: '98.89' })
  })

  test('prints the points of the rules and their total when it is handed in', async () => {
    const { body: form } = await fillIn(office)
    await handIn(office.contact, form)
    const { body } = await office.contact.ask('GET', `/forms/${office.self.id}`)
    expect(body.content.totals).toEqual({ weight: '100', score: '99.89' })
    expect(body.content.indicators[0]).toMatchObject({ level3: '巡检次数', score: '6.00' })
  })

  test('is found from its declaration, and says of each row what it came from and what is asked', async () => {
    const find = () => office.contact.ask('GET', `/declarations/${office.form.id}/self-evaluation`)
    expect((await find()).body).toEqual({ id: office.self.id })
    await fillIn(office, LATE)
    const { rows, proof, execution } = await open()
    const late = rows.find(({ level3 }: { level3: string }) => level3 === '检修教室数')
    expect(late).toMatchObject({ proof: 'asserted', needsReason: true, computed: null, isBound: false })
    expect(execution).toMatchObject({ executed: '1780000', rate: '98.89', proof: 'document', payments: 1 })
    expect(proof).toMatchObject({ machine: '0', document: '9.89', asserted: '89.70', unproved: '0' })
  })

  test('that scores full while the money lies idle wants an answer to the light', async () => {
    const { body: form } = await office.contact.ask('GET', `/forms/${office.self.id}`)
    await editForm(office.contact, form, [
      change('money.executed', '1780000', '1200000'),
      change('money.rate', '98.89', '66.67'),
      change('money.score', '9.89', '6.67'),
    ])
    const { body: filled } = await fillIn(office)
    expect(await codes()).toEqual(['warning-unanswered'])
    expect((await handIn(office.contact, filled)).body.code).toBe('self-evaluation-open')
    expect((await handIn(office.contact, filled, '余款按合同次年支付')).body).toMatchObject({
      state: 'handed-in',
      light: 'red',
    })
  })
})

describe('refuses', () => {
  test('a declaration nobody approved, a version nobody looked at, and who only reads', async () => {
    const draft = await makeBureau()
    expect((await draft.ask(draft.contact, 'self-evaluation')).body.code).toBe('deed-impossible')
    await fillIn(office)
    expect((await handIn(office.contact, office.self)).body.code).toBe('changed-meanwhile')
    expect((await handIn(office.reviewer, office.self)).status).toBe(403)
  })

  test('an override without a reason or a file, and strangers', async () => {
    const body = { position: 0, field: 'score', value: '5', reason: ' ', documentId: await proof() }
    const put = (given: object) =>
      office.contact.ask('PUT', `/self-evaluations/${office.self.id}/overrides`, { body: given })
    expect((await put(body)).status).toBe(422)
    expect((await put({ ...body, reason: '另计', documentId: office.form.id })).status).toBe(404)
    const unitId = await office.office.addUnit('第一小学')
    const stranger = await office.office.addPerson('jiang', { unitId, roles: ['project-contact'] })
    expect((await stranger.ask('GET', `/self-evaluations/${office.self.id}`)).status).toBe(404)
  })
})
