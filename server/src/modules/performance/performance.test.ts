import { writeDocx } from '@shiji/forms/write/write-docx'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { beforeEach, describe, expect, test } from 'vitest'
import { change, createForm, SELF_EVALUATION as EXAMPLE, editForm } from '#testing/test-forms'
import { type Colleague, fileForm, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const TARGET = EXAMPLE.indicators.findIndex(({ level3 }) => level3 === '平台使用率')

let office: TestOffice
let contact: Colleague

beforeEach(async () => {
  office = await makeOffice(await makeWorld(), { now: () => NOW })
  contact = await office.addPerson('linxia', {
    unitId: await office.addUnit('教育信息中心'),
    roles: ['project-contact'],
  })
})

test('last year’s Word file is brought, read, saved, edited and printed', async () => {
  const template = loadFormTemplates().find(({ id }) => id === EXAMPLE.template)
  if (template === undefined) throw new Error('no template')
  const file = fileForm('自评表.docx', new Uint8Array(await writeDocx(layOutForm(template, EXAMPLE))))
  const { body: document } = await contact.ask('POST', '/documents', { body: file })
  const reading = await contact.ask('POST', '/performance/readings', { body: { documentId: document.id } })
  const [read] = reading.body.forms
  expect(read.content).toMatchObject({ template: EXAMPLE.template, project: EXAMPLE.project, year: EXAMPLE.year })

  const body = { content: read.content, documentId: document.id }
  const { body: form } = await contact.ask('POST', '/forms', { body })
  const where = `indicators[${TARGET}].target`
  const edited = await editForm(contact, form, [change(where, read.content.indicators[TARGET].target, '≥99%')])
  expect(edited.body).toMatchObject({ version: 2, conflicts: [] })
  expect(edited.body.content.indicators[TARGET].target).toBe('≥99%')

  const printed = await contact.ask('GET', `/forms/${form.id}/print/html`)
  expect(printed.body).toContain('≥99%')
})

test.each([
  ['docx', 'PK', 'attachment'],
  ['xlsx', 'PK', 'attachment'],
  ['pdf', '%PDF', 'attachment'],
  ['html', '<!do', 'inline'],
])('the official form leaves as %s', async (format, magic, disposition) => {
  const { body: form } = await createForm(contact)
  const printed = await contact.ask('GET', `/forms/${form.id}/print/${format}`)
  expect(printed.status).toBe(200)
  expect(new TextDecoder().decode(printed.bytes.slice(0, magic.length))).toBe(magic)
  expect(printed.headers['content-disposition']).toMatch(
    new RegExp(`^${disposition}; filename\\*=UTF-8''.*\\.${format}$`),
  )
})

test('an opened self-evaluation says what the check finds and explains its scores, in the language of the reader', async () => {
  const { body: form } = await createForm(contact)
  const { body } = await contact.ask('GET', `/forms/${form.id}`, { headers: { 'accept-language': 'en' } })
  expect(body.savedBy).toBe('测试linxia')
  expect(body.findings.every(({ message }: { message: string }) => message !== '')).toBe(true)
  expect(body.score).toMatchObject({ execution: { rate: '98.80%', score: '9.88' }, total: expect.any(String) })
  expect(body.score.indicators).toHaveLength(EXAMPLE.indicators.length)
  const chinese = await contact.ask('GET', `/forms/${form.id}`)
  expect(chinese.body.score.indicators[0].trace).not.toBe(body.score.indicators[0].trace)
})

test('an overview copied from a sister form of the unit is found', async () => {
  const overview = '本项目为全区中小学校园网络提供运行维护，保障教学、考试和办公网络全年稳定，并建立巡检与应急机制。'
  const fields = { ...EXAMPLE.fields, 项目概况: overview }
  await createForm(contact, { project: '校园网运行维护', fields })
  const { body } = await createForm(contact, { fields })
  expect(body.findings.map(({ code }: { code: string }) => code)).toContain('overview-copied-from-sister')
})

test('projects are listed with their forms, by a piece of the name and by year', async () => {
  await createForm(contact)
  await createForm(contact, { year: 2022 })
  await createForm(contact, { project: '校园网100%覆盖_二期' })
  const list = async (query: string) =>
    (await contact.ask('GET', `/projects?${query}`)).body.projects.map(
      ({ name, forms }: { name: string; forms: { year: number }[] }) => [name, forms.map(({ year }) => year)],
    )
  expect(await list('')).toEqual([
    ['校园网100%覆盖_二期', [2021]],
    [EXAMPLE.project, [2022, 2021]],
  ])
  expect(await list(`search=${encodeURIComponent('0%覆盖_')}`)).toEqual([['校园网100%覆盖_二期', [2021]]])
  expect(await list('year=2022')).toEqual([[EXAMPLE.project, [2022]]])
  expect(await list(`search=${encodeURIComponent('网校')}`)).toEqual([])
})

test('pages of projects follow one another without a gap', async () => {
  for (let number = 0; number < 51; number += 1) await createForm(contact, { project: `项目${number}` })
  const first = (await contact.ask('GET', '/projects')).body
  const second = (await contact.ask('GET', `/projects?after=${first.next}`)).body
  const names = [...first.projects, ...second.projects].map(({ name }: { name: string }) => name)
  expect([first.projects.length, second.projects.length, second.next, new Set(names).size]).toEqual([50, 1, null, 51])
})

describe('refuses', () => {
  test.each([
    ['a sheet nobody knows', { template: 'CN-NOWHERE' }, 422, 'template-unknown'],
    ['a form that names no project', { project: '  ' }, 422, 'project-unnamed'],
    ['a form without a year', { year: null }, 422, 'year-missing'],
    ['a form of the year 1066', { year: 1066 }, 422, 'year-missing'],
  ])('%s', async (_title, changes, status, code) => {
    expect(await createForm(contact, changes)).toMatchObject({ status, body: { code } })
    expect((await contact.ask('GET', '/projects')).body.projects).toEqual([])
  })

  test('a second form of the same project, stage and year', async () => {
    await createForm(contact)
    expect(await createForm(contact)).toMatchObject({ status: 409, body: { code: 'form-exists' } })
    const { body: next } = await createForm(contact, { year: 2022 })
    expect(await editForm(contact, next, [change('year', '2022', '2021')])).toMatchObject({
      status: 409,
      body: { code: 'form-exists' },
    })
  })

  test.each([
    ['an amount nobody can read', 'money.fullYear', '约七百万', 'cell-unreadable'],
    ['a place the sheet does not have', 'fields.没有这一栏', 'x', 'cell-unknown'],
    ['a year nobody can read', 'year', '去年', 'cell-unreadable'],
    ['a form without its year', 'year', '', 'year-missing'],
  ])('%s, and saves none of the edits', async (_title, where, text, code) => {
    const { body: form } = await createForm(contact)
    const first = change('fields.主管部门', EXAMPLE.fields.主管部门 ?? '', '他处')
    const refused = await editForm(contact, form, [first, change(where, where === 'year' ? '2021' : '', text)])
    expect(refused).toMatchObject({ status: 422, body: { code } })
    expect((await contact.ask('GET', `/forms/${form.id}`)).body.version).toBe(1)
  })

  test('a file that is no form', async () => {
    const file = fileForm('照片.docx', new TextEncoder().encode('PK\u0003\u0004 broken'))
    const { body: document } = await contact.ask('POST', '/documents', { body: file })
    const reading = await contact.ask('POST', '/performance/readings', { body: { documentId: document.id } })
    expect(reading).toMatchObject({ status: 422, body: { code: 'file-unreadable' } })
    expect(reading.body.detail).not.toContain('{')
  })
})
