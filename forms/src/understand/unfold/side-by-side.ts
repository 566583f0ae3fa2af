import { fold } from '../cells/cell-text.ts'
import { filledCells, type SheetCell, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { headCells } from '../indicators/indicator-columns.ts'
import type { ColumnRole, ColumnWords } from '../words/column-words.ts'
import { rowsOfTable, rowWith } from './table-rows.ts'
import type { Unfolded, Unfolding } from './unfold-tables.ts'

/** Where the right half begins and up to which column the labels stand that both halves share. */
export type RightHalf = { readonly start: number; readonly shared: number }

const LEVELS: readonly (ColumnRole | null)[] = ['level1', 'level2', 'level3']

/** 一级 | 二级 | 三级 | 指标值 | 二级 | 三级 | 指标值: a second name with a target of its own, right of the first. */
export function rightHalf(row: SheetRow, column: ColumnWords): RightHalf | null {
  const cells = headCells(row, column) ?? []
  const roles = cells.map(({ role }) => role)
  const levels = roles.findIndex((role) => LEVELS.includes(role))
  const target = levels < 0 ? -1 : roles.indexOf('target', levels)
  const start = target < 0 ? -1 : roles.findIndex((role, at) => at > target && LEVELS.includes(role))
  const again = roles.slice(Math.max(start, 0))
  if (start < 0 || !again.includes('target') || !(again.includes('level3') || again.includes('level2'))) return null
  const first = again.find((role) => LEVELS.includes(role)) ?? null
  const sharedUntil = first === null ? 0 : roles.indexOf(first)
  const [left, right] = [cells[sharedUntil], cells[start]]
  return left === undefined || right === undefined ? null : { start: right.at, shared: left.at }
}

/** The left half above the right one; what both share (the level 1) stands before either. */
export function unfoldHalves(
  items: readonly SheetItem[],
  at: number,
  { right, head, vocabulary }: Unfolding & { readonly right: RightHalf },
): Unfolded {
  const rows = rowsOfTable(items, at, vocabulary)
  const wholeTerm = isWholeTerm(items.slice(Math.max(0, at - ROWS_ABOVE), at))
  const left = rows.map((row, index) => {
    const half = rowWith(row, [[0, right.start]])
    return index === 0 && wholeTerm ? { ...half, wholeTerm: true as const } : half
  })
  const other = rows.map((row) =>
    rowWith(row, [
      [0, right.shared],
      [right.start, row.cells.length],
    ]),
  )
  const filled = other.filter((row, index) => index < head.rows || hasOwn(row.cells.slice(right.shared)))
  return { items: [...left, ...filled], next: at + rows.length }
}

function hasOwn(cells: readonly SheetCell[]): boolean {
  return cells.some(({ text }) => text !== '')
}

const ROWS_ABOVE = 4
const WHOLE_TERM = /^(?:中期|中长期|长期|实施期|总体)(?:绩效)?目标/

/** 中期目标 | 年度目标 above the table say what its halves are for. */
function isWholeTerm(above: readonly SheetItem[]): boolean {
  return above.some((item) => {
    if (item.kind !== 'row') return false
    const texts = filledCells(item).map(({ text }) => fold(text))
    const term = texts.findIndex((text) => WHOLE_TERM.test(text))
    return term >= 0 && texts.slice(term + 1).some((text) => /^(?:当年|本?年度)/.test(text))
  })
}
