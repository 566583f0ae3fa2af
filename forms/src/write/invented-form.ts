import type { LaidCell, LaidForm, LaidTable, TextStyle } from '@shiji/kernel/form/laid-form'

/** A laid form for tests, as plain as an office form can be: a heading, the unit's line and one table of indicators. */
export function inventedForm(table: LaidTable = inventedTable(3), unitLine = '填报单位：澄江区教育资源中心'): LaidForm {
  return {
    title: '项目绩效目标申报表',
    page: { widthMm: 210, heightMm: 297, marginsMm: { top: 20, right: 20, bottom: 20, left: 20 } },
    blocks: [
      paragraph('项目绩效目标申报表', { font: '小标宋', sizePt: 18, align: 'center' }),
      paragraph(unitLine, { font: '仿宋', sizePt: 12 }),
      table,
    ],
  }
}

export function paragraph(text: string, style: Partial<TextStyle> = {}): LaidForm['blocks'][number] {
  return { kind: 'paragraph', text, style: { ...PLAIN, border: 'none', ...style }, bind: null }
}

/** One level cell down the whole table, and a row for each promise. */
export function inventedTable(rows: number, remarkOf: (row: number) => string = (row) => `备注${row}`): LaidTable {
  const head = ['一级指标', '三级指标', '指标值', '备注'].map((text, column) => cell(column, text, { font: '黑体' }))
  const promises = Array.from({ length: rows }, (_, row) => ({
    minHeightMm: 8,
    cells: [
      ...(row === 0 ? [{ ...cell(0, '产出指标'), rowSpan: rows }] : []),
      cell(1, `第${row}项响应时间`, { align: 'left' }),
      cell(2, `≤${row}分钟`),
      cell(3, remarkOf(row), { align: 'justify' }),
    ],
  }))
  return {
    kind: 'table',
    columnsMm: [25, 65, 30, 50],
    headRows: 1,
    rows: [{ minHeightMm: 8, cells: head }, ...promises],
  }
}

export function cell(column: number, text: string, style: Partial<TextStyle> = {}): LaidCell {
  const merged = { colSpan: 1, rowSpan: 1 }
  return { column, ...merged, text, style: { ...PLAIN, ...style }, value: { kind: 'text' }, bind: null }
}

const PLAIN: TextStyle = { font: '宋体', sizePt: 10.5, bold: false, align: 'center', valign: 'middle', border: 'all' }
