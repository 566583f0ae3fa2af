import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { type Grid, htmlPage, mergedDocument, pastedDocument } from './testing/grid-document.ts'
import { docxFile, xlsxFile } from './testing/grid-files.ts'
import {
  ANHUI_PLAN_2023,
  CENTRAL_REFERENCE,
  CHONGQING_2021,
  HENAN_2024,
  SHAANXI_2016,
} from './testing/places/province-declarations.ts'
import {
  ANHUI_2022,
  HUBEI_2022,
  HUNAN_2020,
  SICHUAN_2023,
  YUNNAN_2020,
  ZHONGJIANG_2022,
} from './testing/places/province-forms.ts'
import { understandForms } from './understand-forms.ts'

const templates = loadFormTemplates()

type Expected = {
  readonly head: readonly [stage: string, year: number, unit: string, project: string]
  readonly money: Readonly<Record<string, string | null>>
  /** 一级/二级/三级 target actual weight score, of the first, one in the middle and the last row. */
  readonly rows: Readonly<Record<number, string>>
  readonly count: number
  readonly totals: readonly [weight: string | null, score: string | null] | null
}

const PLACES: Readonly<Record<string, readonly [Grid, Expected]>> = {
  'Sichuan 2023, sign and unit in columns of their own, weights without a fixed ten': [
    SICHUAN_2023,
    {
      head: ['self-evaluation', 2023, '万元', '51000023R000000000001-云台县数据机房运维费'],
      money: {
        initial: '238.93',
        fullYear: '251.89',
        executed: '250.00',
        rate: '99.25',
        'specialAccount.initial': '0.00',
      },
      rows: {
        0: '产出指标/数量指标/机房巡检次数 ≥12次 12 20 20',
        1: '产出指标/质量指标/故障恢复率 =100% 98 20 19.6',
        4: '满意度指标/服务对象满意度指标/使用单位满意度 ≥90% 93 10 10',
      },
      count: 5,
      totals: ['100', '99.53'],
    },
  ],
  'Anhui 2022, points behind the levels, unfilled branches left in': [
    ANHUI_2022,
    {
      head: ['self-evaluation', 2022, '万元', '委托审计项目'],
      money: { initial: '90', fullYear: '89.974', executed: '89.974', weight: '10', 'carriedOver.initial': null },
      rows: {
        0: '产出指标/数量指标/基建工程审计项目数量 ≥50个 50 10 10',
        2: '产出指标/质量指标/经费支出合规性 严格执行相关制度规定 达成预期指标 10 10',
        7: '满意度指标/满意度指标/公众满意度 ≥95% 96% 10 10',
      },
      count: 8,
      totals: ['100', '100'],
    },
  ],
  'Hubei 2022, no weights, a total in words': [
    HUBEI_2022,
    {
      head: ['self-evaluation', 2022, '万元', '白鹭市城建档案数字化工作经费'],
      money: { fullYear: '200', executed: '195.5', rate: '97.75', score: '19.55' },
      rows: {
        0: '产出指标/数量指标/完成档案扫描；完成目录著录 扫描20万页，著录2套 扫描20万页，著录2套 - 20',
        5: '满意度指标/满意度指标/群众满意度 满意 完成 - 10',
      },
      count: 6,
      totals: [null, '99.55'],
    },
  ],
  'Yunnan 2020, a head of two rows': [
    YUNNAN_2020,
    {
      head: ['self-evaluation', 2020, '万元', '卫片执法补助经费'],
      money: { initial: '7.29', executed: '7.29', rate: '100', score: '10.00' },
      rows: {
        0: '产出指标/数量指标/执法补助经费 ﹦72890元 72890 10.00 9.00',
        4: '满意度指标/服务对象满意度指标/满意度 ≥95% 95 10.00 10.00',
      },
      count: 5,
      totals: ['100', '94'],
    },
  ],
  'Sichuan 2022, the weight before the target, (A) (B) columns': [
    ZHONGJIANG_2022,
    {
      head: ['self-evaluation', 2022, '万元', '云溪县小型水库水标尺安装项目'],
      money: { fullYear: '20', executed: '20', rate: '100.00', 'otherFunds.executed': null },
      rows: {
        0: '产出指标/数量指标/安装水标尺 ≥266米 ≥266米 10 10',
        5: '效益指标/社会效益指标/受益人口数 ≥1000人 ≥1000人 10 10',
      },
      count: 8,
      totals: ['100', '100'],
    },
  ],
  'Hunan 2020, labels wrapped in narrow columns, no points at all': [
    HUNAN_2020,
    {
      head: ['self-evaluation', 2020, '万元', '县级储备粮'],
      money: { fullYear: '194.9', executed: '194.9', rate: '100', 'county.executed': '194.9' },
      rows: {
        0: '产出指标/数量指标/稻谷储备到位率 100% 100% - -',
        6: '满意度指标/服务对象满意度指标/市民满意度调查 ≥90% 100% - -',
      },
      count: 7,
      totals: null,
    },
  ],
  'Chongqing 2021, indicators without levels': [
    CHONGQING_2021,
    {
      head: ['self-evaluation', 2021, '万元', '广播宣传运行费'],
      money: { initial: '100', fullYear: '100', executed: '76', rate: '76', score: '7.6' },
      rows: { 0: '//教育培训次数 ≥26次 26 20 20', 3: '//管理制度健全性 高 高 20 20' },
      count: 5,
      totals: [null, '97.6'],
    },
  ],
  'Shaanxi 2016, long-term indicators before those of the year': [
    SHAANXI_2016,
    {
      head: ['declaration', 2016, '万元', '校园网改造'],
      money: { yearBudget: '120', fiscal: '100', selfRaised: '20', otherFunds: '0' },
      rows: { 0: '产出指标/数量指标/覆盖学校数 60所 - - -', 5: '产出指标/成本指标/单校造价 ≤6万元 - - -' },
      count: 8,
      totals: null,
    },
  ],
  'the central reference sheet, names over two columns': [
    CENTRAL_REFERENCE,
    {
      head: ['declaration', 2021, '万元', '困难群众救助项目'],
      money: { yearBudget: '1200', fiscal: '1000', otherFunds: '200' },
      rows: {
        3: '产出指标/时效指标/补助发放时间 每月10日前 - - -',
        4: '产出指标/成本指标/农村低保标准 ≥500元/人·月 - - -',
      },
      count: 7,
      totals: null,
    },
  ],
  'Henan 2024, costs as a first level': [
    HENAN_2024,
    {
      head: ['declaration', 2024, '万元', '政务云租赁费'],
      money: { yearBudget: '300', fiscal: '300', otherFunds: '0' },
      rows: {
        0: '成本指标/经济成本指标/云租赁年费用 ≤300万元 - - -',
        1: '成本指标/生态环境成本指标/年耗电量 ≤20万度 - - -',
      },
      count: 7,
      totals: null,
    },
  ],
  'Anhui 2023, a plan with weights': [
    ANHUI_PLAN_2023,
    {
      head: ['declaration', 2023, '万元', '智慧校园平台运维'],
      money: { yearBudget: '86.5', fiscal: '80', otherFunds: '6.5' },
      rows: { 1: '产出指标/质量指标/平台可用率 ≥99.5% - 20 -', 3: '成本指标/经济成本指标/运维总成本 ≤86.5万元 - 20 -' },
      count: 6,
      totals: null,
    },
  ],
}

const CASES = Object.entries(PLACES)

function checkForm(form: FormContent | undefined, expected: Expected): void {
  expect(form?.template).toBe('generic')
  expect([form?.stage, form?.year, form?.moneyUnit, form?.project]).toEqual(expected.head)
  expect(form?.money).toMatchObject(expected.money)
  expect(form?.indicators).toHaveLength(expected.count)
  const doubts = form?.indicators.flatMap((row) => row.doubts.map(({ code }) => code)) ?? []
  expect(doubts.filter((code) => code !== 'long-term-row' && code !== 'space-in-name')).toEqual([])
  for (const [index, row] of Object.entries(expected.rows)) expect(printed(form, Number(index))).toBe(row)
  expect(form?.totals ? [form.totals.weight, form.totals.score] : null).toEqual(expected.totals)
}

function printed(form: FormContent | undefined, index: number): string {
  const row = form?.indicators[index]
  if (row === undefined) return ''
  const { level1, level2, level3, target, actual, weight, score } = row
  return [`${level1}/${level2}/${level3}`, target, actual ?? '-', weight ?? '-', score ?? '-'].join(' ')
}

test.each(CASES)('%s: read from a file that tells its merges', (_, [grid, expected]) => {
  checkForm(understandForms(mergedDocument(grid), templates)[0], expected)
})

test.each(CASES)('%s: read from pasted text without merges', (_, [grid, expected]) => {
  checkForm(understandForms(pastedDocument(grid), templates)[0], expected)
})

test.each(CASES)('%s: read from a page, a Word file and a workbook', async (_, [grid, expected]) => {
  const files = {
    'form.html': new TextEncoder().encode(htmlPage(grid)),
    'form.docx': await docxFile(grid),
    'form.xlsx': await xlsxFile(grid),
  }
  for (const [name, bytes] of Object.entries(files)) {
    const document = await readDocument(bytes, { name })
    checkForm(document.ok ? understandForms(document.value, templates)[0] : undefined, expected)
  }
})

test('a generic reading says how much of it could be read', () => {
  const [form] = understandForms(mergedDocument(HENAN_2024), templates)
  expect(form?.doubts.find(({ code }) => code === 'layout-unknown')?.parameters).toEqual({
    rows: 7,
    readable: 7,
    sureness: 95,
  })
})

test('promises of the whole project are marked on the rows', () => {
  const [form] = understandForms(mergedDocument(SHAANXI_2016), templates)
  expect(form?.indicators.map(({ doubts }) => doubts.map(({ code }) => code).join())).toEqual([
    'long-term-row',
    'long-term-row',
    ...Array.from({ length: 6 }, () => ''),
  ])
})
