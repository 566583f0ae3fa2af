import { lookAt } from '../cells/cell-looks.ts'
import { fold } from '../cells/cell-text.ts'
import { filledCells, type SheetRow } from '../cells/sheet.ts'
import type { PrintedAmount } from '../fields/money-table.ts'
import type { ColumnRole } from '../words/column-words.ts'
import { levelKey } from '../words/level-words.ts'
import type { IndicatorHead } from './indicator-columns.ts'

const EXECUTION = /^(?:项目|部门|年度|财政)?(?:预算|资金){1,2}(?:执行|支出)(?:率|情况|进度)?$/

/**
 * 预算执行率 | 10 | 100% | 97.3% | 9.73 printed as a branch of the tree of its own: its weight, rate and points belong to
 * the money. Under another level 1 it is an indicator like any other: null.
 */
export function readExecutionRow(row: SheetRow, { columns }: IndicatorHead): readonly PrintedAmount[] | null {
  const first = columns.find(({ role }) => role === 'level1')
  if (first === undefined) return null
  const levels = filledCells(row).filter(({ at }) => {
    const role = columns.find(({ start, end }) => at >= start && at <= end)?.role
    return role === 'level1' || role === 'level2' || role === 'level3'
  })
  const own = levels[0] !== undefined && levels[0].at <= first.end
  const says = levels.every(({ text }) => EXECUTION.test(levelKey(text)) || lookAt(fold(text)).dash)
  if (!own || !says || !EXECUTION.test(levelKey(levels[0]?.text ?? ''))) return null
  return KEYS.flatMap(([role, key]) => {
    const column = columns.find((candidate) => candidate.role === role)
    const text = column && row.cells.slice(column.start, column.end + 1).find((cell) => cell.text !== '')?.text
    return text !== undefined && FIGURE.test(fold(text)) ? [{ key, text }] : []
  })
}

const FIGURE = /^\d{1,3}(?:\.\d{1,6})?(?:%|分)?$/
const KEYS: readonly (readonly [ColumnRole, string])[] = [
  ['weight', 'weight'],
  ['actual', 'rate'],
  ['score', 'score'],
]
