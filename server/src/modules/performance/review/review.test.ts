import { beforeEach, describe, expect, test } from 'vitest'
import { DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { textsOf } from '#testing/test-workbook'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau()
})

const reviewOf = (who: TestBureau['contact']) => who.ask('GET', `/declarations/${bureau.form.id}/review`)
const comment = (place: string, version = bureau.form.version) =>
  bureau.ask(bureau.reviewer, 'comments', { version, place, remark: '与去年相比偏低，请说明' })

describe('a declaration as a reviewer weighs it', () => {
  test('shows the checks under four criteria and every row as new while there is no year before', async () => {
    const { status, body } = await reviewOf(bureau.reviewer)
    expect(status).toBe(200)
    expect(body.criteria.map(({ name }: { name: string }) => name)).toEqual(['完整性', '相关性', '适当性', '可行性'])
    expect(body.rows).toHaveLength(DECLARATION.indicators.length)
    expect(body).toMatchObject({ lastYear: null, gone: [], comments: [], results: [] })
    expect(new Set(body.rows.map(({ change }: { change: string }) => change))).toEqual(new Set(['new']))
  })

  test('puts last year’s target beside each row when the project was declared the year before', async () => {
    const { contact, form } = bureau
    const [first] = DECLARATION.indicators
    const indicators = DECLARATION.indicators.map((row, at) => (at === 0 ? { ...row, target: '≥1间' } : row))
    const year = (DECLARATION.year ?? 0) - 1
    const before = { ...DECLARATION, year, indicators: indicators.slice(0, -1) }
    const made = await contact.ask('POST', '/forms', { body: { content: before, documentId: null } })
    expect(made.body.projectId).toBe(form.projectId)
    const { body } = await reviewOf(bureau.reviewer)
    expect(body.lastYear).toEqual({ formId: made.body.id, year })
    expect(body.rows[0]).toMatchObject({ name: first?.level3, change: 'changed', last: { target: '≥1间' } })
  })

  test('puts what the library and a sister project promise beside each row', async () => {
    const { contact } = bureau
    const content = { ...DECLARATION, project: '姊妹项目' }
    await contact.ask('POST', '/forms', { body: { content, documentId: null } })
    const { body } = await reviewOf(bureau.reviewer)
    const [first] = DECLARATION.indicators
    expect(body.rows[0].sisters).toEqual([{ project: '姊妹项目', target: first?.target }])
    const known = body.rows.flatMap(({ library }: { library: { targets: string[] } | null }) => library ?? [])
    expect(known.length).toBeGreaterThan(0)
    expect(known[0].targets.length).toBeGreaterThan(0)
  })

  test('a stranger does not find it', async () => {
    const { office } = bureau
    const stranger = await office.addPerson('jiang', {
      unitId: await office.addUnit('第一小学'),
      roles: ['project-contact'],
    })
    expect((await reviewOf(stranger)).status).toBe(404)
  })
})

describe('a comment at a cell', () => {
  test('is read by whoever fills in the form, and settled by them', async () => {
    const made = await comment('indicators[0].target')
    expect(made).toMatchObject({
      status: 200,
      body: { place: 'indicators[0].target', by: '测试xuwang', settledBy: null },
    })
    expect((await reviewOf(bureau.contact)).body.comments).toHaveLength(1)
    const settle = () => bureau.contact.ask('POST', `/comments/${made.body.id}/settlements`)
    expect((await settle()).status).toBe(200)
    expect((await reviewOf(bureau.reviewer)).body.comments).toMatchObject([{ settledBy: '测试linxia' }])
    expect((await settle()).status).toBe(404)
  })

  test('on a version that changed meanwhile is refused and saves nothing', async () => {
    expect(await comment('form', bureau.form.version + 1)).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    })
    expect((await reviewOf(bureau.reviewer)).body.comments).toEqual([])
  })

  test('is made by whoever the case was given to, not by a colleague, and never on own work', async () => {
    const { office, contact, reviewer, form, ask } = bureau
    const leader = await office.addPerson('tanyi', { unitId: office.districtId, roles: ['project-leader'] })
    const say = (who: TestBureau['contact']) => ask(who, 'comments', { version: 1, place: 'form', remark: '请核对' })
    await ask(contact, 'reviews', { version: form.version })
    const [row] = (await leader.ask('GET', '/tasks?box=waiting')).body.rows
    expect(row).toBeDefined()
    expect((await say(leader)).status).toBe(200)
    const colleague = await office.addPerson('heyun', { unitId: contact.unitId, roles: ['project-contact'] })
    expect((await say(colleague)).status).toBe(404)
    expect(await say(contact)).toMatchObject({ status: 403, body: { code: 'own-work' } })
    expect((await say(reviewer)).status).toBe(200)
  })
})

test('a reviewer takes what they decided as a workbook, with opinion and the hash of the version', async () => {
  const { ask, contact, reviewer, form } = bureau
  await ask(contact, 'submissions', { version: form.version })
  await ask(reviewer, 'decisions', { version: form.version, decision: 'return', opinion: '请补齐时效指标' })
  const take = async (who: TestBureau['contact']) =>
    textsOf((await who.ask('GET', '/performance/decisions/workbook')).bytes)
  const { steps } = (await contact.ask('GET', `/declarations/${form.id}/life`)).body
  const texts = await take(reviewer)
  for (const text of [DECLARATION.project, '退回', '请补齐时效指标', steps.at(-1).sha256]) expect(texts).toContain(text)
  expect(await take(contact)).not.toContain('请补齐时效指标')
})
