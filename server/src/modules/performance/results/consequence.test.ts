import { beforeEach, expect, test } from 'vitest'
import { DECLARATION } from '#testing/test-declarations'
import { type Evaluating, openAcceptedEvaluation, scoreByExperts } from '#testing/test-self-evaluations'

let office: Evaluating

beforeEach(async () => {
  office = await openAcceptedEvaluation()
})

const expertsGive = (score: string) => scoreByExperts(office, [score, score, score])
const renewal = async () => (await office.contact.ask('GET', `/renewals/${office.form.id}/2022`)).body.consequence
const askToCorrect = () =>
  office.ask(office.reviewer, 'rectifications', { origin: 're-evaluation', remedy: 'correct', demand: '补齐记录' })

/** The promise of the year after, handed in. */
async function declareAgain(): Promise<{ id: string; version: number }> {
  const content = { ...DECLARATION, year: 2022 }
  const { projectId } = office.form
  const { body } = await office.contact.ask('POST', '/forms', { body: { projectId, content, documentId: null } })
  await office.contact.ask('POST', `/declarations/${body.id}/submissions`, { body: { version: body.version } })
  return body
}

test('a good year supports the next declaration; a bad one asks to cut what is asked for again', async () => {
  expect(await renewal()).toMatchObject({
    ...{ result: { year: 2021, total: '99.89', grade: '优' }, effect: 'support', open: 0, notes: [] },
  })
  await expertsGive('55')
  expect(await renewal()).toMatchObject({
    ...{ result: { total: '55.00', grade: '差' }, effect: 'cut' },
    notes: [{ code: 'not-cut', message: expect.stringContaining('1,800,000') }],
  })
})

test('the reviewer of the next declaration sees it beside the form', async () => {
  await askToCorrect()
  const { id } = await declareAgain()
  const { body } = await office.reviewer.ask('GET', `/declarations/${id}/review`)
  expect(body.consequence).toMatchObject({
    ...{ result: { grade: '优' }, effect: 'hold-until-rectified', open: 1 },
    notes: [{ code: 'correct-first' }],
  })
})

test('while a correction is unanswered the next declaration is approved only with a word why', async () => {
  const { body: notice } = await askToCorrect()
  const { id, version } = await declareAgain()
  const approve = (opinion = '') =>
    office.reviewer.ask('POST', `/declarations/${id}/decisions`, { body: { version, decision: 'approve', opinion } })
  expect(await approve()).toMatchObject({ status: 409, body: { code: 'correction-first', parameters: { count: 1 } } })
  const life = async () => (await office.contact.ask('GET', `/declarations/${id}/life`)).body.state
  expect(await life()).toBe('submitted')
  const body = { answer: '已补', documentIds: [] }
  await office.contact.ask('POST', `/rectifications/${notice.id}/answers`, { body })
  expect((await approve()).status).toBe(200)
  expect(await life()).toBe('approved')
})

test('with a word why it is approved though the correction waits', async () => {
  await askToCorrect()
  const { id, version } = await declareAgain()
  const body = { version, decision: 'approve', opinion: '整改限期未到，同意安排' }
  expect((await office.reviewer.ask('POST', `/declarations/${id}/decisions`, { body })).status).toBe(200)
})
