import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { beforeEach, describe, expect, test } from 'vitest'
import { change, createForm, editForm, SELF_EVALUATION } from '#testing/test-forms'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

const DEPARTMENT = 'fields.主管部门'
const WAS = SELF_EVALUATION.fields.主管部门 ?? ''
const ROWS = SELF_EVALUATION.indicators

let now: Temporal.Instant
let world: TestWorld
let office: TestOffice
let lin: Colleague
let wang: Colleague
let form: { id: string; version: number }

beforeEach(async () => {
  now = Temporal.Instant.from('2026-03-02T01:00:00Z')
  world = await makeWorld()
  office = await makeOffice(world, { now: () => now })
  const unitId = await office.addUnit('教育信息中心')
  lin = await office.addPerson('linxia', { unitId, roles: ['project-contact'] })
  wang = await office.addPerson('wangyu', { unitId, roles: ['project-leader'] })
  form = (await createForm(lin)).body
})

const names = (rows: readonly IndicatorRow[]) => rows.map(({ level3 }) => level3)
const target = (index: number) => `indicators[${index}].target`
const textOf = (index: number) => ROWS[index]?.target ?? ''

describe('two people edit the same form at once', () => {
  test('different cells: both are kept', async () => {
    await Promise.all([
      editForm(lin, form, [change(target(0), textOf(0), '≥98%')]),
      editForm(wang, form, [change(target(1), textOf(1), '≥97%')]),
    ])
    const { body } = await lin.ask('GET', `/forms/${form.id}`)
    expect(body.version).toBe(3)
    expect(body.content.indicators.slice(0, 2).map((row: IndicatorRow) => row.target)).toEqual(['≥98%', '≥97%'])
  })

  test('the same cell: the second is told what the first wrote, and keeps what else was changed', async () => {
    await editForm(lin, form, [change(DEPARTMENT, WAS, '甲局')])
    const second = await editForm(wang, form, [
      change(DEPARTMENT, WAS, '乙局'),
      change('unit', String(SELF_EVALUATION.unit), '新单位'),
    ])
    expect(second.body.conflicts).toEqual([{ where: DEPARTMENT, theirs: '甲局', yours: '乙局' }])
    expect(second.body.content).toMatchObject({ unit: '新单位', fields: { 主管部门: '甲局' } })
  })

  test('the same prose: the second may keep both, and loses neither to a third', async () => {
    const goal = 'fields.年度总体目标_预算目标'
    const was = SELF_EVALUATION.fields.年度总体目标_预算目标 ?? ''
    await editForm(lin, form, [change(goal, was, '含机房。')])
    const told = (await editForm(wang, form, [change(goal, was, '含网络。')])).body
    expect(told.conflicts).toEqual([{ where: goal, theirs: '含机房。', yours: '含网络。' }])
    const both = await editForm(wang, told, [change(goal, '含机房。', '含机房。\n含网络。')])
    expect(both.body).toMatchObject({
      conflicts: [],
      content: { fields: { 年度总体目标_预算目标: '含机房。\n含网络。' } },
    })
    const third = await editForm(lin, told, [change(goal, '含机房。', '含电。')])
    expect(third.body.conflicts).toEqual([{ where: goal, theirs: '含机房。\n含网络。', yours: '含电。' }])
  })

  test('one removes a row, the other writes below it: the right row is written', async () => {
    await editForm(lin, form, [change('indicators[0]', JSON.stringify(ROWS[0]), '')])
    const { body } = await editForm(wang, form, [change(target(2), textOf(2), '≥90%')])
    expect(names(body.content.indicators)).toEqual(names(ROWS.slice(1)))
    expect(body.content.indicators[1]).toMatchObject({ level3: ROWS[2]?.level3, target: '≥90%' })
  })

  test('both add a row: both rows stand', async () => {
    const added = (name: string) => [change(`indicators[${ROWS.length}].level3`, '', name)]
    await editForm(lin, form, added('教师满意度'))
    const { body } = await editForm(wang, form, added('家长满意度'))
    expect(names(body.content.indicators).slice(ROWS.length)).toEqual(['教师满意度', '家长满意度'])
  })
})

test('a repeated request under its key adds its row once and answers the same', async () => {
  const edits = [change(`indicators[${ROWS.length}].level3`, '', '教师满意度')]
  const answers = await Promise.all([1, 2, 3].map(() => editForm(lin, form, edits, 'edit-0001')))
  const versions = answers.map(({ status, body }) => [status, body.version, body.content.indicators.length])
  expect(versions).toEqual(Array.from({ length: 3 }, () => [200, 2, ROWS.length + 1]))
})

test('an edit that changes nothing makes no version', async () => {
  await editForm(lin, form, [change(DEPARTMENT, WAS, '甲局')])
  const again = await editForm(lin, form, [change(DEPARTMENT, WAS, '甲局')])
  expect(again.body).toMatchObject({ version: 2, conflicts: [] })
})

test('every version is kept, says who saved it when, and can be compared with any other', async () => {
  now = now.add({ minutes: 20 })
  const second = await editForm(wang, form, [
    change(DEPARTMENT, WAS, '甲局'),
    change('money.fullYear', '7500000.00', '760万元'),
  ])
  await editForm(lin, second.body, [change('indicators[0]', JSON.stringify(ROWS[0]), '')])

  const { body: versions } = await lin.ask('GET', `/forms/${form.id}/versions`)
  expect(versions).toEqual([
    { version: 3, savedAt: '2026-03-02T01:20:00Z', savedBy: '测试linxia', cells: 1 },
    { version: 2, savedAt: '2026-03-02T01:20:00Z', savedBy: '测试wangyu', cells: 2 },
    { version: 1, savedAt: '2026-03-02T01:00:00Z', savedBy: '测试linxia', cells: 0 },
  ])
  const { body: first } = await lin.ask('GET', `/forms/${form.id}?version=1`)
  expect(first.content).toEqual(SELF_EVALUATION)
  const { body: differences } = await lin.ask('GET', `/forms/${form.id}/differences?from=1&to=3`)
  expect(differences).toEqual([
    { where: DEPARTMENT, was: WAS, now: '甲局' },
    { where: 'money.fullYear', was: '7500000.00', now: '7600000' },
    { where: 'indicators[0]', was: JSON.stringify(ROWS[0]), now: '' },
  ])
})

test('the ledger says who changed which cell from what to what', async () => {
  await editForm(wang, form, [change(DEPARTMENT, WAS, '甲局')])
  const { rows } = await world.pool.query(
    `select actor_id, detail from tenant_chenghu.ledger_entry where did = 'performance.cells-edited'`,
  )
  const edits = [change(DEPARTMENT, WAS, '甲局')]
  expect(rows).toEqual([{ actor_id: wang.personId, detail: { formId: form.id, version: 2, edits } }])
})

describe('whoever has no business with a form does not find it', () => {
  const everyWay = (who: Colleague) =>
    Promise.all([
      who.ask('GET', `/forms/${form.id}`),
      who.ask('GET', `/forms/${form.id}/versions`),
      who.ask('GET', `/forms/${form.id}/differences?from=1&to=1`),
      who.ask('GET', `/forms/${form.id}/print/html`),
      editForm(who, form, [change(DEPARTMENT, WAS, '甲局')]),
    ]).then((answers) => answers.map(({ status }) => status))

  test('the contact of another unit', async () => {
    const other = await office.addPerson('jiang', {
      unitId: await office.addUnit('第一小学'),
      roles: ['project-contact'],
    })
    expect(await everyWay(other)).toEqual([404, 404, 404, 404, 404])
    expect((await other.ask('GET', '/projects')).body.projects).toEqual([])
    const inForeignUnit = { content: SELF_EVALUATION, documentId: null, unitId: lin.unitId }
    expect((await other.ask('POST', '/forms', { body: inForeignUnit })).status).toBe(404)
  })

  test('the contact of another district', async () => {
    const elsewhere = await makeOffice(world, { now: () => now, tenant: 'linxi' })
    const unitId = await elsewhere.addUnit('信息中心')
    const stranger = await elsewhere.addPerson('qianmo', { unitId, roles: ['project-contact'] })
    expect(await everyWay(stranger)).toEqual([404, 404, 404, 404, 404])
  })

  test('an engineer, who has no right to any form; and an auditor reads but does not write', async () => {
    const engineer = await office.addPerson('shenlu', { unitId: lin.unitId, roles: ['engineer'] })
    const auditor = await office.addPerson('fangyi', { unitId: lin.unitId, roles: ['auditor'] })
    expect(await everyWay(engineer)).toEqual([403, 403, 403, 403, 403])
    expect(await everyWay(auditor)).toEqual([200, 200, 200, 200, 403])
  })
})
