import { utils, write } from '@e965/xlsx'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { outline, paragraph, readWell, wordFile } from '../read/testing/sample-files.ts'
import { quotedCells } from './quoted-cells.ts'
import { understandForms } from './understand-forms.ts'
import { wordDoubt } from './understand-wording.ts'

const templates = loadFormTemplates()
const TITLE = ['项目支出绩效目标申报表（2024年度）']

function rowsOf(project: string): string[][] {
  return [
    ...(project === '' ? [] : [['项目名称', project, '', '', '']]),
    ['主管部门', '云溪县教育局', '', '实施单位', '云溪县电教馆'],
    ['资金情况（万元）', '年度资金总额：', '120', '', ''],
    ['', '其中：财政拨款', '100', '', ''],
    ['一级指标', '二级指标', '三级指标', '指标值', '备注'],
    ['产出指标', '数量指标', '巡检次数', '≥12次', ''],
    ['满意度指标', '服务对象满意度', '师生满意度', '≥95%', ''],
  ]
}

function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>, hidden: readonly string[] = []) {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  book.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

async function formsIn(content: Uint8Array | string, name: string): Promise<FormContent[]> {
  return understandForms(await readWell(content, name), templates)
}

test.each([
  ['with title and project', (project: string) => [TITLE, ...rowsOf(project)]],
  ['without titles', rowsOf],
  ['whose tabs alone name the project', () => [TITLE, ...rowsOf('')]],
  ['whose tabs alone name the project, without titles', () => rowsOf('')],
])('a sheet for every project is a form for every project: sheets %s', async (_, sheet) => {
  const projects = ['机房运维', '网络租赁', '平台升级']
  const forms = await formsIn(workbook(Object.fromEntries(projects.map((name) => [name, sheet(name)]))), '表.xlsx')
  expect(forms.map(({ project, indicators }) => [project, indicators.length])).toEqual(
    projects.map((project) => [project, 2]),
  )
})

test('what the reader left out is a doubt of the form', async () => {
  const [form] = await formsIn(workbook({ 表: [TITLE, ...rowsOf('甲')], 旧表: [['乙']] }, ['旧表']), '表.xlsx')
  const doubt = form?.doubts.find(({ code }) => code === 'sheet-hidden')
  expect(doubt && wordDoubt(doubt, 'zh')).toBe('隐藏的工作表“旧表”没有读取。如需读取请先取消隐藏。')
})

test('a doubt about money shows the cells it was read from', async () => {
  const rows = rowsOf('甲').map((row) => row.map((text) => (text === '100' ? '1,00.5' : text)))
  const [form] = await formsIn(workbook({ 表: [TITLE, ...rows] }), '表.xlsx')
  const doubt = form?.doubts.find(({ field }) => field === 'money.fiscal')
  expect(doubt).toMatchObject({
    code: 'money-grouping-suspect',
    rawCells: ['', '其中：财政拨款', '1,00.5', '', ''],
  })
  expect(doubt && quotedCells(doubt, doubt.rawCells ?? [])).toEqual([2])
})

test.each([
  [',', '逗号'],
  [';', '分号'],
  ['\t', '制表符'],
])('a title over rows parted by %j does not hide their separator (%s)', async (separator) => {
  const csv = [TITLE, ...rowsOf('机房运维')].map((row) => row.join(separator)).join('\r\n')
  const [form] = await formsIn(csv, '表.csv')
  expect([form?.project, form?.year, form?.indicators.length]).toEqual(['机房运维', 2024, 2])
})

const box = (content: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${content}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${content}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`

function wordTable(cells: (text: string) => string): string {
  const rows = rowsOf('机房运维').map(
    (row) => `<w:tr>${row.map((text) => `<w:tc>${cells(text)}</w:tc>`).join('')}</w:tr>`,
  )
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

test.each([
  ['the title', box(paragraph(TITLE[0] ?? '')) + wordTable(paragraph)],
  [
    'figures',
    paragraph(TITLE[0] ?? '') + wordTable((text) => (/\d/.test(text) ? box(paragraph(text)) : paragraph(text))),
  ],
  ['the whole form', box(paragraph(TITLE[0] ?? '') + wordTable(paragraph))],
])('%s in a text box of Word is read once', async (_, body) => {
  const forms = await formsIn(wordFile(body), '表.docx')
  expect(forms.map(({ project, year, money, indicators }) => [project, year, money, indicators.length])).toEqual([
    ['机房运维', 2024, { yearBudget: '120', fiscal: '100' }, 2],
  ])
})

test('commas in the sentences of a form are not its separator', async () => {
  const { blocks } = await readWell('说明：甲，乙，丙，丁\n一级;二级\n产出;数量\n效益;社会', '表.csv')
  expect(outline(blocks)).toEqual([['说明：甲，乙，丙，丁 | ', '一级 | 二级', '产出 | 数量', '效益 | 社会']])
})
