import { beforeEach, expect, test } from 'vitest'
import { change, editForm } from '#testing/test-forms'
import type { Answer, Colleague } from '#testing/test-office'
import { accept, type Evaluating, fillIn, handIn, openSelfEvaluation } from '#testing/test-self-evaluations'

let office: Evaluating
let filled: { id: string; version: number }

beforeEach(async () => {
  office = await openSelfEvaluation()
  filled = (await fillIn(office)).body
  expect((await handIn(office.contact, filled, '全年目标均已实现')).status).toBe(200)
})

const own = async (who = office.contact) => (await who.ask('GET', `/self-evaluations/${office.self.id}`)).body
const life = async () => (await office.contact.ask('GET', `/declarations/${office.form.id}/life`)).body
const archive = () => office.ask(office.contact, 'archive')

/** Does what the open task about the self-evaluation asks for. */
async function act(who: Colleague, deed: object): Promise<Answer> {
  const { body } = await who.ask('GET', '/tasks?box=waiting')
  const row = body.rows.find(({ subjectId }: { subjectId: string }) => subjectId === office.self.id)
  return who.ask('POST', `/cases/${row.caseId}/acts`, { body: { act: { task: row.task, ...deed } } })
}

const BACK = { verb: 'return', to: { kind: 'starter' }, opinion: '巡检次数与台账不符' }

test('handed in it goes through the desks of its place, and only then the year may end', async () => {
  expect(await own()).toMatchObject({ state: 'handed-in', steps: [{ deed: 'hand-in', opinion: '全年目标均已实现' }] })
  expect(await life()).toMatchObject({ state: 'self-evaluated', deeds: ['self-evaluate'] })
  expect(await archive()).toMatchObject({ status: 409, body: { code: 'self-evaluation-on-its-way' } })

  await accept(office)
  const { state, steps } = await own()
  expect(state).toBe('accepted')
  const deeds = steps.map(({ deed, desk }: { deed: string; desk: string }) => `${desk} ${deed}`.trim())
  expect(deeds).toEqual(['hand-in', '主管部门 review', '区财政业务科 review', '区财政绩效办 accept'])
  expect((await life()).deeds).toEqual(['self-evaluate', 're-evaluate', 'archive'])
  expect((await archive()).status).toBe(200)
})

test('while a desk has it nothing is re-evaluated and nothing drawn', async () => {
  const body = { kind: 're-score', rows: [], opinion: '属实' }
  const again = await office.reviewer.ask('POST', `/self-evaluations/${office.self.id}/re-evaluations`, { body })
  expect(again).toMatchObject({ status: 409, body: { code: 'self-evaluation-on-its-way' } })
  const drawn = await office.reviewer.ask('POST', '/performance/samples', { body: { year: 2021, seed: '2022-1' } })
  expect(drawn.body.code).toBe('frame-empty')
})

test('returned by a desk it is corrected, handed in again, and goes on in the same case', async () => {
  expect((await act(office.reviewer, BACK)).status).toBe(200)
  expect(await own()).toMatchObject({ state: 'returned', statement: '全年目标均已实现', problems: [] })
  const { body: form } = await office.contact.ask('GET', `/forms/${office.self.id}`)
  const mended = await editForm(office.contact, form, [change('indicators[0].actual', '12次', '13次')])
  expect(mended.status).toBe(200)
  const again = await handIn(office.contact, mended.body, '已按台账更正')
  expect(again).toMatchObject({ status: 200, body: { state: 'handed-in', statement: '已按台账更正' } })
  await accept(office)
  const { state, steps } = await own()
  expect(state).toBe('accepted')
  expect(steps.map(({ deed }: { deed: string }) => deed).slice(0, 3)).toEqual(['hand-in', 'return', 'hand-in'])
})

test('submitted again from the task itself it is checked as if from its page', async () => {
  await act(office.reviewer, BACK)
  const { body: form } = await office.contact.ask('GET', `/forms/${office.self.id}`)
  const { body } = await editForm(office.contact, form, [
    change('indicators[0].actual', '12次', '9次'),
    change('indicators[0].score', '6.00', '4.5'),
  ])
  expect(await act(office.contact, { verb: 'submit' })).toMatchObject({ body: { code: 'self-evaluation-open' } })
  await editForm(office.contact, body, [change('indicators[0].reason', '', '三次因停电未巡')])
  expect((await act(office.contact, { verb: 'submit' })).status).toBe(200)
  expect((await own()).state).toBe('handed-in')
})

test('refused it is the unit’s again and comes as a new case', async () => {
  expect((await act(office.reviewer, { verb: 'reject', opinion: '完成值无依据' })).status).toBe(200)
  const { state, version } = await own()
  expect(state).toBe('rejected')
  expect((await handIn(office.contact, { id: office.self.id, version })).status).toBe(200)
  await accept(office)
  expect((await own()).state).toBe('accepted')
})

test('taken back before a desk opened it, it is a draft again', async () => {
  const { body } = await office.contact.ask('GET', `/cases/of/self-evaluation/${office.self.id}`)
  await office.contact.ask('POST', `/cases/${body.id}/acts`, { body: { act: { verb: 'withdraw', task: 1 } } })
  expect((await own()).state).toBe('draft')
  const { version } = await own()
  expect((await handIn(office.contact, { id: office.self.id, version })).body.state).toBe('handed-in')
})

test('its 审批单 names every desk, person and opinion', async () => {
  await accept(office)
  const print = (as: string) => office.contact.ask('GET', `/self-evaluations/${office.self.id}/approval-trail/${as}`)
  const sheet = new TextDecoder().decode((await print('html')).bytes)
  for (const word of ['绩效自评', '区财政绩效办', '数据属实', '审核通过']) expect(sheet).toContain(word)
  for (const as of ['docx', 'xlsx', 'pdf']) expect((await print(as)).status).toBe(200)
})
