import { beforeEach, describe, expect, test } from 'vitest'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { type Colleague, fileForm } from '#testing/test-office'
import { makeWork, workUntilIdle } from '#testing/test-work'
import { textsOf } from '#testing/test-workbook'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau({}, '2021-08-02T02:00:00Z')
  await approve(bureau)
})

const issue = async (changes: object = {}) => {
  const notice = { origin: 'monitoring', month: 7, remedy: 'correct', demand: '请补齐巡检', ...changes }
  return (await bureau.ask(bureau.reviewer, 'rectifications', notice)).body
}
const ledger = async (query = '', who: Colleague = bureau.reviewer) =>
  (await who.ask('GET', `/performance/rectifications${query}`)).body
const told = async (who: Colleague) =>
  (await who.ask('GET', '/messages')).body.messages.map(({ code, opinion, subjectId }: Record<string, string>) => ({
    code,
    opinion,
    subjectId,
  }))

describe('整改台账', () => {
  test('gathers the notices of all projects, the most pressing first, and counts where they stand', async () => {
    const later = await issue({ demand: '九月底前补齐', dueOn: '2021-09-30' })
    const late = await issue({ demand: '应在七月补齐', dueOn: '2021-07-31' })
    const answered = await issue({ demand: '报送记录' })
    const body = { answer: '已补', documentIds: [] }
    await bureau.contact.ask('POST', `/rectifications/${answered.id}/answers`, { body })
    const { rows, counts, more } = await ledger('?year=2021')
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([late.id, later.id, answered.id])
    expect(rows[0]).toMatchObject({ overdue: true, project: DECLARATION.project, unit: '教育信息中心', year: 2021 })
    expect([counts, more]).toEqual([{ open: 2, overdue: 1, answered: 1, closed: 0 }, false])
  })

  test.each([
    ['?standing=overdue', 1],
    ['?standing=open', 2],
    ['?standing=closed', 0],
    ['?year=2020', 0],
  ])('asked for %s lists %s', async (query, count) => {
    await issue({ dueOn: '2021-07-31' })
    await issue()
    expect((await ledger(query)).rows).toHaveLength(count)
  })

  test('leaves as a workbook with a line for each notice', async () => {
    await issue({ dueOn: '2021-07-31' })
    const { bytes } = await bureau.reviewer.ask('GET', '/performance/rectifications/workbook?year=2021')
    const texts = textsOf(bytes)
    for (const text of ['整改台账', DECLARATION.project, '请补齐巡检', '逾期未答复', '7 月监控'])
      expect(texts).toContain(text)
  })

  test('gives every notice the sheet it is answered on, blank before and filled after', async () => {
    const { id } = await issue()
    const sheet = async (who = bureau.contact) =>
      new TextDecoder().decode((await who.ask('GET', `/rectifications/${id}/answer-sheet/html`)).bytes)
    const asked = ['绩效问题整改回复', '7 月运行监控', '限期整改', '请补齐巡检']
    const before = await sheet()
    for (const text of [...asked, '未答复']) expect(before).toContain(text)
    const { body: file } = await bureau.contact.ask('POST', '/documents', {
      body: fileForm('补检记录.pdf', new TextEncoder().encode('%PDF')),
    })
    const body = { answer: '已排班补检', documentIds: [file.id] }
    await bureau.contact.ask('POST', `/rectifications/${id}/answers`, { body })
    const after = await sheet(bureau.reviewer)
    for (const text of [...asked, '已排班补检', '补检记录.pdf', '已答复，待认可']) expect(after).toContain(text)
  })

  test('shows nobody the notices of units that are not theirs', async () => {
    const { id } = await issue()
    const unitId = await bureau.office.addUnit('第一小学')
    const stranger = await bureau.office.addPerson('jiang', { unitId, roles: ['project-contact'] })
    const sheet = await stranger.ask('GET', `/rectifications/${id}/answer-sheet/html`)
    expect(sheet.status).toBe(404)
    expect(await ledger('', stranger)).toMatchObject({ rows: [], counts: { open: 0 } })
  })
})

describe('whom a notice concerns', () => {
  test('hears of it at once: the unit when asked and when settled, the reviewer when answered', async () => {
    const { id } = await issue()
    const subjectId = bureau.form.id
    expect(await told(bureau.contact)).toContainEqual({
      ...{ code: 'rectification-issued', opinion: '请补齐巡检', subjectId },
    })
    const body = { answer: '已排班补检', documentIds: [] }
    await bureau.contact.ask('POST', `/rectifications/${id}/answers`, { body })
    expect(await told(bureau.reviewer)).toContainEqual({
      ...{ code: 'rectification-answered', opinion: '已排班补检', subjectId },
    })
    const settle = (decision: object) =>
      bureau.reviewer.ask('POST', `/rectifications/${id}/decisions`, { body: decision })
    await settle({ accepted: false, demand: '请附记录' })
    await bureau.contact.ask('POST', `/rectifications/${id}/answers`, { body })
    await settle({ accepted: true })
    const codes = (await told(bureau.contact)).map(({ code }: { code: string }) => code)
    expect(codes.filter((code: string) => code.startsWith('rectification')).toSorted()).toEqual([
      'rectification-again',
      'rectification-closed',
      'rectification-issued',
    ])
  })
})

describe('an unanswered notice', () => {
  /** The first look of a server only writes down when the next is due. */
  const workAt = (now: string) => workUntilIdle(makeWork(bureau.world, () => Temporal.Instant.from(now)))
  const reminders = async () => {
    const codes = (await told(bureau.contact)).map(({ code }: { code: string }) => code)
    return codes.filter((code: string) => code === 'rectification-due' || code === 'rectification-late').toSorted()
  }

  test('is called to mind three days before its day and once when it has passed, not after it is answered', async () => {
    await workAt('2021-08-02T02:00:00Z')
    const { id } = await issue({ dueOn: '2021-08-17' })
    await workAt('2021-08-13T02:00:00Z')
    expect(await reminders()).toEqual([])
    await workAt('2021-08-14T02:00:00Z')
    await workAt('2021-08-15T02:00:00Z')
    expect(await reminders()).toEqual(['rectification-due'])
    await workAt('2021-08-18T02:00:00Z')
    await workAt('2021-08-19T02:00:00Z')
    expect(await reminders()).toEqual(['rectification-due', 'rectification-late'])
    await issue({ dueOn: '2021-08-25' })
    const body = { answer: '已补', documentIds: [] }
    await bureau.contact.ask('POST', `/rectifications/${id}/answers`, { body })
    await workAt('2021-08-20T02:00:00Z')
    expect(await reminders()).toHaveLength(2)
  })
})
