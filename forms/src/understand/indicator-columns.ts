import { foldLabel } from './cell-text.ts'
import type { ColumnRole, ColumnWords } from './column-words.ts'
import { isSectionLabel, type LevelWords } from './level-words.ts'
import { filledCells, type SheetItem, type SheetRow } from './sheet.ts'

/** One column of the indicator table and the places of the grid its head lies over. */
export type Column = { readonly role: ColumnRole; readonly start: number; readonly end: number }

export type IndicatorHead = {
  readonly columns: readonly Column[]
  readonly width: number
  readonly table: number
  /** Rows the head takes: one, or two where 年度指标值 is parted into sign, number and unit. */
  readonly rows: number
  /** A level 1 label that slipped into the head row's section cell. */
  readonly level1InHead: string | null
  readonly texts: readonly string[]
}

const LEAST_KNOWN_SHARE = 0.6

/** Reads the head of an indicator table at this row, or null when it is none. */
export function readIndicatorHead(
  items: readonly SheetItem[],
  at: number,
  words: { readonly column: ColumnWords; readonly level: LevelWords },
): IndicatorHead | null {
  const [first, second] = [items[at], items[at + 1]]
  if (first?.kind !== 'row') return null
  const upper = headCells(first, words.column)
  if (upper === null) return null
  const lower = second?.kind === 'row' && second.table === first.table ? headCells(second, words.column) : null
  if (lower !== null) {
    const both = mergeHeads(upper, lower)
    if (isIndicatorHead(both)) return headOf(first, both, { rows: 2, level: words.level })
  }
  return isIndicatorHead(upper) ? headOf(first, upper, { rows: 1, level: words.level }) : null
}

type HeadCell = { readonly at: number; readonly end: number; readonly role: ColumnRole | null; readonly text: string }

/** The cells of a row that consists of head words, else null. A section label or an unknown short word may stand among them. */
function headCells(row: SheetRow, column: ColumnWords): readonly HeadCell[] | null {
  const filled = filledCells(row)
  if (filled.length === 0) return null
  const cells = filled.map(({ at, text }, index) => ({
    at,
    end: spanEnd(row, at, filled[index + 1]?.at ?? row.cells.length),
    role: isSectionLabel(text) ? ('section' as const) : column(text),
    text,
  }))
  const known = cells.filter(({ role }) => role !== null).length
  return known / cells.length >= LEAST_KNOWN_SHARE ? cells : null
}

function spanEnd(row: SheetRow, at: number, next: number): number {
  const covered = row.cells[at + 1]?.merged === 'left'
  if (!covered) return next - 1
  let end = at
  while (end + 1 < next && row.cells[end + 1]?.merged === 'left') end += 1
  return end
}

function mergeHeads(upper: readonly HeadCell[], lower: readonly HeadCell[]): readonly HeadCell[] {
  const kept = upper.flatMap((cell) => {
    const below = lower.filter(({ at }) => at >= cell.at && at <= cell.end)
    const firstBelow = below[0]
    if (firstBelow === undefined) return [cell]
    return firstBelow.at > cell.at && cell.role !== 'section' ? [{ ...cell, end: firstBelow.at - 1 }] : []
  })
  return [...kept, ...lower].sort((a, b) => a.at - b.at)
}

function isIndicatorHead(cells: readonly HeadCell[]): boolean {
  const roles = new Set(cells.map(({ role }) => role))
  const levels = (['level1', 'level2', 'level3'] as const).filter((role) => roles.has(role)).length
  return roles.has('level3') ? levels >= 2 || roles.has('target') : levels >= 2 && roles.has('target')
}

function headOf(
  row: SheetRow,
  cells: readonly HeadCell[],
  { rows, level }: { rows: number; level: LevelWords },
): IndicatorHead {
  const columns: Column[] = []
  let level1InHead: string | null = null
  const firstLevelAt = cells.find(({ role }) => role === 'level1' || role === 'level2')?.at ?? 0
  for (const cell of cells) {
    const beforeLevels = cell.at < firstLevelAt
    if (beforeLevels && cell.role === null && level.isLevel1(cell.text)) level1InHead = cell.text
    columns.push({ role: beforeLevels ? 'section' : (cell.role ?? 'other'), start: cell.at, end: cell.end })
  }
  const start = columns[0]?.start ?? 0
  const leading: Column[] = start > 0 ? [{ role: 'section', start: 0, end: start - 1 }] : []
  return {
    columns: firstOfEachRole([...leading, ...columns]),
    width: row.width,
    table: row.table,
    rows,
    level1InHead,
    texts: cells.map(({ text }) => foldLabel(text)),
  }
}

/** Two columns of one role: the first of them counts (得分 twice), the other is kept as known but unused. */
function firstOfEachRole(columns: readonly Column[]): readonly Column[] {
  const seen = new Set<ColumnRole>()
  return columns.map((column) => {
    const again = column.role !== 'other' && column.role !== 'section' && seen.has(column.role)
    seen.add(column.role)
    return again ? { ...column, role: 'other' as const } : column
  })
}
