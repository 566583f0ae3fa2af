import type { CellValue, LaidBlock, LaidCell, LaidForm, LaidRow, TextStyle } from '@shiji/kernel/form/laid-form'

/** Forms laid out by hand for the tests: the shapes that official sheets are made of, with invented content. */

export const A4 = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: { top: 25, right: 20, bottom: 20, left: 20 },
}

export const CELL: TextStyle = {
  font: '宋体',
  sizePt: 10.5,
  bold: false,
  align: 'left',
  valign: 'middle',
  border: 'all',
}
export const HEAD: TextStyle = { ...CELL, font: '黑体', align: 'center' }
export const TITLE: TextStyle = { ...CELL, font: '小标宋', sizePt: 18, align: 'center', border: 'none' }
export const NOTE: TextStyle = { ...CELL, font: '仿宋', sizePt: 12, border: 'none' }
export const MONEY: TextStyle = { ...CELL, align: 'right' }

export function cell(column: number, text: string, more: Partial<LaidCell> = {}): LaidCell {
  const value: CellValue = { kind: 'text' }
  return { column, colSpan: 1, rowSpan: 1, text, style: CELL, value, bind: null, ...more }
}

export const row = (cells: readonly LaidCell[], minHeightMm = 8): LaidRow => ({ minHeightMm, cells })

export const paragraph = (text: string, style: TextStyle = NOTE): LaidBlock => ({
  kind: 'paragraph',
  text,
  style,
  bind: null,
})

export const money = (decimal: string, places = 2): CellValue => ({ kind: 'number', decimal, places })

export const form = (blocks: readonly LaidBlock[], page = A4): LaidForm => ({
  title: '项目支出绩效目标申报表',
  page,
  blocks,
})

const LEVELS = [
  ['产出目标', ['数量', '质量', '时效', '成本']],
  ['效果目标', ['经济效益', '社会效益', '满意度']],
  ['影响力目标', ['长效管理', '人力资源', '信息共享']],
] as const

/** A declaration of 43 rows: fields, money, a long text, an indicator table with merged levels, a place for the seal. */
export const DECLARATION: LaidForm = form([
  paragraph('附件1', { ...NOTE, font: '黑体' }),
  paragraph('项目支出绩效目标申报表', TITLE),
  paragraph('（2026年度）', { ...NOTE, font: '楷体', align: 'center' }),
  { kind: 'table', columnsMm: [30, 55, 30, 55], headRows: 0, rows: fieldRows() },
  {
    kind: 'table',
    columnsMm: [22, 26, 52, 30, 20, 20],
    headRows: 1,
    rows: [
      row(
        ['一级指标', '二级指标', '三级指标', '指标值', '权重', '备注'].map((text, at) =>
          cell(at, text, { style: HEAD }),
        ),
      ),
      ...indicatorRows(),
    ],
  },
  paragraph('填报人：林知夏    联系电话：021-5550-0101    填报日期：2026年3月2日'),
])

function fieldRows(): LaidRow[] {
  const label = (column: number, text: string) => cell(column, text, { style: HEAD })
  const wide = (text: string) => cell(1, text, { colSpan: 3 })
  return [
    row([label(0, '项目名称'), wide('政务信息系统运行维护（2026）')]),
    row([label(0, '主管部门'), cell(1, '示例区数据局'), label(2, '实施单位'), cell(3, '示例区信息中心')]),
    row([label(0, '项目类别'), wide('□ 一次性项目  ☑ 经常性项目  □ 其他')]),
    row([label(0, '联系人'), cell(1, '林知夏'), label(2, '联系电话'), cell(3, '021-5550-0101')]),
    row([
      cell(0, '资金情况（元）', { rowSpan: 3, style: HEAD }),
      cell(1, '年度资金总额'),
      cell(2, '4,638,500.00', { colSpan: 2, style: MONEY, value: money('4638500.00') }),
    ]),
    row([cell(1, '其中：财政拨款'), cell(2, '4,638,500.00', { colSpan: 2, style: MONEY, value: money('4638500') })]),
    row([cell(1, '其他资金'), cell(2, '0.00', { colSpan: 2, style: MONEY, value: money('0') })]),
    row(
      [label(0, '立项依据'), wide(`依据信息化项目管理办法开展。\n${'保障各业务系统连续运行，'.repeat(24)}按月报告。`)],
      30,
    ),
  ]
}

function indicatorRows(): LaidRow[] {
  return LEVELS.flatMap(([level1, level2s]) =>
    level2s.flatMap((level2, second) =>
      [0, 1, 2].map((third) => {
        const first = second === 0 && third === 0
        return row([
          ...(first ? [cell(0, level1, { rowSpan: level2s.length * 3, style: HEAD })] : []),
          ...(third === 0 ? [cell(1, level2, { rowSpan: 3, style: HEAD })] : []),
          cell(2, `${level2}第${third + 1}项：系统故障响应及时率达到约定水平`),
          cell(3, ['≥99.5%', '≤30分钟', '=100%'][third] ?? ''),
          cell(4, '3.00', { style: MONEY, value: money('3') }),
          cell(5, ''),
        ])
      }),
    ),
  )
}
