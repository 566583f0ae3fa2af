import { expect, test } from 'vitest'
import { say } from '../wording.ts'
import { checkTemplate } from './check-template.ts'
import { FormTemplate } from './form-template.ts'
import { TEMPLATE_WORDING, type TemplateProblemCode } from './template-wording.ts'

type Json = Record<string, unknown>

/** Two columns: a fixed row, a row per indicator, a sum. */
function sheet(table: Json, more: Json = {}): FormTemplate {
  return FormTemplate.parse({
    id: 'CN-TEST',
    edition: '2021',
    name: { zh: '测试表', en: 'Test sheet' },
    place: 'cn',
    stage: 'declaration',
    validFrom: '2021-01-01',
    validTo: null,
    moneyUnit: '元',
    titles: ['测试表'],
    tree: [],
    fields: [],
    money: [],
    columns: {},
    checks: [],
    page: { widthMm: 210, heightMm: 297, marginsMm: { top: 20, right: 20, bottom: 20, left: 20 } },
    styles: { cell: { font: '宋体', sizePt: 10.5 } },
    blocks: [{ kind: 'table', columnsMm: [80, 90], rows: [{ cells: [cell('甲'), cell('{project}')] }], ...table }],
    ...more,
  })
}

function cell(text: string, more: Json = {}): Json {
  return { text, ...more }
}

function row(...texts: string[]): Json {
  return { cells: texts.map((text) => cell(text)) }
}

const SIDE = cell('侧', { span: [1, 2] })

test.each<[TemplateProblemCode, FormTemplate]>([
  ['cell-without-room', sheet({ rows: [row('甲', '乙', '丙')] })],
  ['cell-beyond-table', sheet({ rows: [{ cells: [cell('甲'), SIDE] }] })],
  ['cells-overlap', sheet({ rows: [{ cells: [cell('甲'), SIDE] }, { cells: [cell('乙', { span: [2, 1] })] }] })],
  ['place-uncovered', sheet({ rows: [row('甲')] })],
  ['table-too-wide', sheet({ columnsMm: [80, 91] })],
  ['style-unknown', sheet({ rows: [{ cells: [cell('甲', { style: 'bold' }), cell('')] }] })],
  ['head-rows-unfit', sheet({ headRows: 2 })],
  ['head-rows-unfit', sheet({ headRows: 1, rows: [{ repeat: { over: 'lines' }, ...row('{.item}', '') }] })],
  ['head-rows-unfit', sheet({ headRows: 1, rows: [{ cells: [SIDE, cell('')] }, row('乙')] })],
  ['repeat-cell-spans-rows', sheet({ rows: [{ repeat: { over: 'lines' }, cells: [SIDE, cell('')] }, row('乙')] })],
  ['join-outside-repeat', sheet({ rows: [{ cells: [cell('甲', { join: true }), cell('')] }] })],
  ['given-not-possible', sheet({ rows: [{ repeat: { over: 'lines', given: ['甲'] }, ...row('', '') }] })],
  ['placeholder-unknown', sheet({ rows: [row('{fields.项目概况}', '')] })],
  ['placeholder-unknown', sheet({ rows: [row('{.level3}', '')] })],
  ['placeholder-unknown', sheet({ rows: [{ repeat: { over: 'indicators' }, ...row('{.amount}', '') }] })],
  ['placeholder-unknown', sheet({ rows: [{ repeat: { over: 'parts' }, ...row('{.责任人}', '') }] })],
  ['placeholder-unknown', sheet({ rows: [row('{project|shouted}', '')] })],
  ['placeholder-unknown', sheet({ rows: [row('{project', '')] })],
  ['format-unfit', sheet({ rows: [row('{project|grouped}', '')] })],
  ['option-unknown', sheet({ rows: [row('{fields.类别=丙|box}', '')] }, { fields: [choice()] })],
  ['key-twice', sheet({ rows: [row('{fields.类别}', '')] }, { fields: [choice(), choice()] })],
  ['not-printed', sheet({}, { money: [{ key: 'yearBudget', labels: ['当年预算'], required: 'practice' }] })],
  ['not-printed', sheet({ rows: [row('{fields.类别=甲|box}', '')] }, { fields: [choice()] })],
  ['column-unknown', sheet({}, { columns: { lines: { total: ['合计'] } } })],
  ['check-address-unknown', sheet({}, { checks: [{ id: 'sum', kind: 'sum', total: 'money.a', of: ['money.a'] }] })],
])('%s is named', (code, template) => {
  expect(checkTemplate(template).map((problem) => problem.code)).toContain(code)
})

test('a sheet that can be drawn has no problem', () => {
  expect(checkTemplate(sheet({}))).toEqual([])
})

test('a problem is said with its place in both languages', () => {
  const [problem] = checkTemplate(sheet({ rows: [row('甲', '{fields.项目概况}')] }))
  if (problem === undefined) throw new Error('no problem named')
  const { code, where, parameters } = problem
  expect(where).toBe('blocks[0].rows[0]')
  expect(say(TEMPLATE_WORDING[code], 'zh', parameters)).toBe(
    '“{fields.项目概况}”在此处没有对应的内容，请检查地址和格式。',
  )
  expect(say(TEMPLATE_WORDING[code], 'en', parameters)).toContain('names nothing that can stand here')
})

function choice(): Json {
  return { key: '类别', labels: ['类别'], kind: 'choice', required: 'practice', options: ['甲', '乙'] }
}
