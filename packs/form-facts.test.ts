import type { FormContent } from '@shiji/kernel/form/form-content'
import type { LaidCell, LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { describe, expect, test } from 'vitest'
import { loadExamples, loadFormTemplates } from './load-packs.ts'

const TEMPLATES = loadFormTemplates()
const EXAMPLES = loadExamples()

const MINHANG_2018 = 'CN-SH-MINHANG-DECLARATION 2018'
const MINHANG_2020 = 'CN-SH-MINHANG-DECLARATION 2020'
const MUNICIPAL = 'CN-SH-MUNICIPAL-DECLARATION 2020'
const SELF_EVALUATION = 'CN-SH-MUNICIPAL-SELF-EVALUATION 2021'
const DONGHU = 'CN-JX-NANCHANG-DONGHU-DECLARATION 2021'
const REVIEW = 'CN-JX-NANCHANG-DONGHU-REVIEW 2021'
const REVISION = 'CN-JX-NANCHANG-DONGHU-REVISION 2021'

function filled(sheet: string, changes: Partial<FormContent> = {}): LaidForm {
  const template = TEMPLATES.find(({ id, edition }) => `${id} ${edition}` === sheet)
  const content = EXAMPLES.find((it) => `${it.template} ${it.edition}` === sheet)
  if (template === undefined || content === undefined) throw new Error(`no sheet ${sheet}`)
  return layOutForm(template, { ...content, ...changes })
}

function rowsOf(form: LaidForm): LaidCell[][] {
  return form.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => [...cells]) : []))
}

/** The words of the first row that has this cell. */
function rowWith(form: LaidForm, text: string): string[] {
  return (
    rowsOf(form)
      .find((cells) => cells.some((cell) => cell.text === text))
      ?.map((cell) => cell.text) ?? []
  )
}

function paragraphsOf(form: LaidForm): string[] {
  return form.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

describe('facts of the printed sheets', () => {
  test.each([
    [MINHANG_2018, '预算管理制度', ['立项和计划阶段 √', '实施阶段 √', '收尾和完成阶段 ×']],
    [MINHANG_2020, '预算管理制度', ['立项和计划阶段 ☑', '实施阶段 ☑', '收尾和完成阶段 □']],
    [MINHANG_2018, '金额合计', ['257500', '----', '----', '----', '----', '----']],
    [MINHANG_2020, '金额合计', ['180000', '---', '---', '---', '---', '---']],
    [MINHANG_2018, '流程引擎改造', ['75000', '15000.00', '询价', '5.00', '人月', '年度项目']],
    [MINHANG_2020, '应急恢复演练', ['12000', '6000', '合同', '2', '每半年', '年度项目']],
    [MINHANG_2018, '项目类别', ['☑ 一次性项目   □ 经常性项目   □ 中期预算试点项目']],
    [MINHANG_2018, '起始日期：', ['2018-01-01', '结束日期：', '2018-12-31']],
    [MUNICIPAL, '项目总预算（元）：', ['3,268,000.00', '项目当年预算（元）：', '3,268,000.00']],
    [MUNICIPAL, '会议系统运行维护', ['486,400.00']],
    [SELF_EVALUATION, '年度资金总额', ['7,500,000.00', '7,500,000.00', '7,410,000.00', '10', '98.80%', '9.88']],
    [SELF_EVALUATION, '其中：当年财政拨款', ['7,000,000.00', '7,000,000.00', '6,910,000.00', '—', '', '']],
    [SELF_EVALUATION, '总分', ['100', '99.20', '']],
    [DONGHU, '项目口径', ['☑经常性  □阶段性  □一次性']],
    [DONGHU, '起始日期', ['2021年1月1日', '结束日期', '2021年12月31日']],
    [DONGHU, '（二）自有资金', ['20', '20']],
    [DONGHU, '名称', ['网络与机房运行维护', '金额', '110万元']],
    [REVISION, '效益指标-环境效益-机房能耗下降率', ['≥3%', '取消', '电表改造推迟到次年']],
  ])('%s: the row of %s ends in %j', (sheet, text, end) => {
    expect(rowWith(filled(sheet), text).slice(-end.length)).toEqual(end)
  })

  test('东湖 prints a choice before its box where the sheet does', () => {
    const kinds = rowsOf(filled(DONGHU))
      .flat()
      .find(({ text }) => text.startsWith('1.基本建设类'))
    expect(kinds?.text.split('\n')[1]).toBe('2.行政事业类 ☑    其中：采购类 ☑    奖励类 □    补贴类 □')
  })

  test('东湖 numbers its sub-projects, leaves room for three and shows that more may follow', () => {
    const rows = rowsOf(filled(DONGHU))
    const head = rows.findIndex((cells) => cells.some(({ text }) => text === '子项目序号'))
    expect(rows.slice(head + 1, head + 5).map((cells) => cells[0]?.text)).toEqual(['1', '2', '3', '…'])
  })

  test('东湖 draws the table of indicators once for each sub-project', () => {
    const heads = rowsOf(filled(DONGHU))
      .flat()
      .filter(({ text }) => /^子项目\d$/.test(text))
    expect(heads.map(({ text }) => text)).toEqual(['子项目1', '子项目2'])
  })

  test('an undivided project of 东湖 states its indicators under 子项目1', () => {
    const form = filled(DONGHU, { parts: [], indicators: filledIndicators().map((row) => ({ ...row, part: null })) })
    const printed = rowsOf(form).flat()
    expect(printed.filter(({ text }) => /^子项目\d$/.test(text))).toHaveLength(1)
    expect(printed.filter(({ bind }) => bind?.endsWith('.level3') === true)).toHaveLength(filledIndicators().length)
  })

  test('only the sheet of 2018 is marked 附件1-2', () => {
    expect([MINHANG_2018, MINHANG_2020].map((sheet) => paragraphsOf(filled(sheet)).includes('附件1-2'))).toEqual([
      true,
      false,
    ])
  })

  test.each([
    [REVIEW, ['主管部门', '区财政业务科', '区财政绩效办', '区财政预算科']],
    [REVISION, ['主管部门', '区财政局业务科', '区财政绩效办', '区财政局预算科']],
  ])('%s prints its review chain in the order of the sheet, whoever has signed', (sheet, chain) => {
    const last = { reviewer: chain[3] ?? '', opinion: '同意', signer: '程砚秋', date: '2021-06-01' }
    const cells = rowsOf(filled(sheet, { reviews: [last] })).flat()
    const printed = cells.filter(({ text }) => text.endsWith('\n审核意见')).map(({ text }) => text.split('\n')[0])
    expect(printed).toEqual(chain)
    expect(cells.find(({ text }) => text.startsWith('同意'))?.text).toContain('审核人（盖章）：程砚秋')
  })

  test('a signature not given leaves its place for hand and date', () => {
    const cells = rowsOf(filled(REVIEW, { reviews: [] })).flat()
    const places = cells.filter(({ text }) => /审核人（盖章）：\s+年\s+月\s+日$/.test(text))
    expect(places).toHaveLength(4)
  })

  test('市级 repeats the heads of its indicators on every page', () => {
    const tables = filled(MUNICIPAL).blocks.filter((block) => block.kind === 'table')
    expect(tables.map(({ headRows }) => headRows)).toEqual([0, 2])
  })

  test('amounts are numbers for a spreadsheet, telephone numbers are text', () => {
    const cells = rowsOf(filled(MUNICIPAL)).flat()
    expect(cells.find(({ bind }) => bind === 'money.yearBudget')?.value).toEqual({
      kind: 'number',
      decimal: '3268000.00',
      places: 2,
    })
    expect(cells.find(({ bind }) => bind === 'fields.联系电话')?.value).toEqual({ kind: 'text' })
  })
})

function filledIndicators() {
  return EXAMPLES.find(({ template }) => `${template} 2021` === DONGHU)?.indicators ?? []
}
