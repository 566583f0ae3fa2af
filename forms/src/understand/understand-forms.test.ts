import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawBlock, RawDocument } from '../read/raw-document.ts'
import { pastedDocument } from './testing/grid-document.ts'
import { understandForms } from './understand-forms.ts'
import { DOUBT_WORDING, wordDoubt } from './understand-wording.ts'

const templates = loadFormTemplates()

const WORDS = [
  '项目名称',
  '财政项目支出绩效目标申报表',
  '项目支出绩效自评表',
  '(2021年度)',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '分值',
  '得分',
  '产出指标',
  '数量指标',
  '满意度',
  '年初预算数',
  '全年预算数',
  '全年执行数',
  '年度资金总额',
  '子项目1',
  '子项目名称',
  '金额',
  '单位：万元',
  '总分',
  '≥95%',
  '完成',
  '100',
  '<b>粗</b>',
  '&lt;',
  '☑是 □否',
  '审核人（盖章）：',
  '指标名称',
  '原指标值',
  '修订后指标值',
  '项目明细',
  '明细金额',
  '单价',
]
const text = fc.oneof(fc.constantFrom(...WORDS), fc.constant(''), fc.string({ maxLength: 12, unit: 'binary' }))
const cell = fc.record({ text, merged: fc.constantFrom(null, null, 'left' as const, 'up' as const) })
const line = fc.option(fc.nat({ max: 999 }), { nil: null })
const block: fc.Arbitrary<RawBlock> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, line }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.record({ line, cells: fc.array(cell, { maxLength: 10 }) }), { maxLength: 12 }),
  }),
)
const anyDocument: fc.Arbitrary<RawDocument> = fc.record({
  format: fc.constantFrom('text' as const, 'docx' as const),
  blocks: fc.array(block, { maxLength: 8 }),
  notes: fc.constant([]),
})

test('no document makes the understanding fail, and every doubt has words', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      for (const form of understandForms(document, templates)) {
        const doubts = [...form.doubts, ...form.indicators.flatMap((row) => row.doubts)]
        for (const doubt of doubts) {
          expect(Object.keys(DOUBT_WORDING)).toContain(doubt.code)
          for (const language of ['zh', 'en'] as const) expect(wordDoubt(doubt, language)).not.toMatch(/\{\w+\}/)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('the same document is always understood the same way', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(understandForms(document, templates)).toEqual(understandForms(document, templates))
    }),
    { numRuns: 50 },
  )
})

const NAMES = [
  '设备巡检次数',
  '故障解决率',
  '报告提交及时性',
  '系统可用性',
  '业务中断次数',
  '合同管理完备性',
  '驻场人员数量',
  '应急演练次数',
]
const TARGETS = [
  '>=12次',
  '=100%',
  '及时',
  '≥99.00%',
  '全年<=2次',
  '完备',
  '>=3人',
  '每季度一次',
  '不超过10分钟',
  '规范、完整',
]
const LABELS = [
  ['产出目标', '数量'],
  ['产出目标', '质量'],
  ['产出目标', '时效'],
  ['效果目标', '社会效益'],
  ['影响力目标', '人力资源'],
] as const

const row = fc.record({
  label: fc.constantFrom(...LABELS),
  name: fc.constantFrom(...NAMES),
  target: fc.constantFrom(...TARGETS),
  damage: fc.constantFrom('none', 'none', 'left', 'left-two', 'right'),
})
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never

test('wherever a row slid, its name and target are found or it is doubted, and sound rows are not doubted', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const printed = rows.map((each, index) => printRow(each, index))
      const grid = `
        财政项目支出绩效目标申报表
        (2020)年度
        项目名称|滨江运维||
        一级目标|二级目标|三级目标|指标目标值
        ${printed.join('\n')}`
      const [form] = understandForms(pastedDocument(grid), templates)
      expectRows(form ?? expect.unreachable('no form'), rows)
    }),
    { numRuns: 300 },
  )
})

/** The first row is whole, so that there are levels to carry down. */
function printRow({ label: [level1, level2], name, target, damage }: Row, index: number): string {
  switch (index === 0 ? 'none' : damage) {
    case 'left':
      return `|${name}|${target}|`
    case 'left-two':
      return `${name}||${target}|`
    case 'right':
      return `||${level2}|${name}`
    default:
      return `${level1}|${level2}|${name}|${target}`
  }
}

function expectRows(form: FormContent, rows: readonly Row[]): void {
  expect(form.indicators.map(({ level3 }) => level3)).toEqual(rows.map(({ name }) => name))
  form.indicators.forEach((read, index) => {
    const damage = index === 0 ? 'none' : rows[index]?.damage
    expect(read.target).toBe(damage === 'right' ? '' : rows[index]?.target)
    const shifts = read.doubts.filter(({ code }) => code.startsWith('shifted'))
    expect(shifts).toHaveLength(damage === 'none' ? 0 : 1)
  })
}

test('what lies beyond the limit of rows is named, not dropped silently', () => {
  const rows = Array.from({ length: 20_100 }, () => `产出指标|数量指标|巡检次数|≥12次`).join('\n')
  const [form] = understandForms(
    pastedDocument(`项目支出绩效目标表\n一级指标|二级指标|三级指标|指标值\n${rows}`),
    templates,
  )

  expect(form?.indicators).toHaveLength(19_998)
  expect(form?.doubts.map(({ code }) => code)).toContain('document-too-long')
})

test('a file without any form holds none', () => {
  expect(understandForms(pastedDocument('会议通知\n时间|九点\n地点|三楼'), templates)).toEqual([])
})
