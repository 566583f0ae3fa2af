import type { FormContent } from '@shiji/kernel/form/form-content'
import { fold } from '../cells/cell-text.ts'
import { type FilledCell, filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import type { IndicatorHead } from './indicator-columns.ts'
import { readNumber } from './indicator-draft.ts'

const TOTAL =
  /^(?:自评|综合|评价|最终|单位|绩效)*(?:总分|合计|总计|总得分|总评分|得分合计|合计得分|合计分值|综合得分|得分总计)(?:\(.*)?[:：]?$/

/** The row of 总分 or 合计 under the indicators. */
export function isTotal(row: SheetRow): boolean {
  const [first] = filledCells(row)
  return first !== undefined && TOTAL.test(fold(first.text))
}

/** A note row may stand between the last indicator and the total. */
const MAX_NOTES = 3

export function totalsBelow(items: readonly SheetItem[], at: number, head: IndicatorHead): FormContent['totals'] {
  const first = items[at]
  for (const item of items.slice(at, at + MAX_NOTES + 1)) {
    if (first?.kind !== 'row' || item.kind !== 'row' || item.table !== first.table) return null
    if (isTotal(item)) return readTotals(item, head)
  }
  return null
}

export function readTotals(row: SheetRow, head: IndicatorHead): FormContent['totals'] {
  const numbers = filledCells(row)
    .slice(1)
    .flatMap((cell) => {
      const { value } = readNumber(cell.text, 'totals')
      return value === null ? [] : [{ cell, value }]
    })
  const [first, second] = numbers
  if (first === undefined) return { weight: null, score: null }
  if (second !== undefined) return { weight: first.value, score: second.value }
  return nearestColumn(first.cell, head) === 'weight'
    ? { weight: first.value, score: null }
    : { weight: null, score: first.value }
}

function nearestColumn(cell: FilledCell, head: IndicatorHead): 'weight' | 'score' | null {
  let nearest: { readonly role: 'weight' | 'score'; readonly distance: number } | null = null
  for (const { role, start, end } of head.columns) {
    if (role !== 'weight' && role !== 'score') continue
    const distance = cell.at < start ? start - cell.at : Math.max(0, cell.at - end)
    if (nearest === null || distance < nearest.distance) nearest = { role, distance }
  }
  return nearest?.role ?? null
}
