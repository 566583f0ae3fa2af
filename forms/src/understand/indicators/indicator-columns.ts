import { foldLabel } from '../cells/cell-text.ts'
import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import type { ColumnRole, ColumnWords } from '../words/column-words.ts'
import { isSectionLabel, type LevelWords } from '../words/level-words.ts'

/** One column of the indicator table and the places of the grid its head lies over. */
export type Column = {
  readonly role: ColumnRole
  readonly start: number
  readonly end: number
  /** Nobody knows its head word. */
  readonly unknown?: boolean
}

export type IndicatorHead = {
  readonly columns: readonly Column[]
  readonly width: number
  readonly table: number
  /** Rows the head takes: one, or two where 年度指标值 is parted into sign, number and unit. */
  readonly rows: number
  /** A level 1 label that slipped into the head row's section cell. */
  readonly level1InHead: string | null
  readonly texts: readonly string[]
  /** 长期绩效指标: promises of the whole project, printed before those of the year. */
  readonly longTerm: boolean
}

const LONG_TERM = /^\s*(?:长期|中期|中长期|总|实施期)/
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
    const role = beforeLevels ? 'section' : (cell.role ?? 'other')
    columns.push({ role, start: cell.at, end: cell.end, unknown: cell.role === null })
  }
  const start = columns[0]?.start ?? 0
  const leading: Column[] = start > 0 ? [{ role: 'section', start: 0, end: start - 1 }] : []
  return {
    columns: firstOfEachRole(withLevels([...leading, ...columns])),
    width: row.width,
    table: row.table,
    rows,
    level1InHead,
    texts: cells.map(({ text }) => foldLabel(text)),
    longTerm: cells.some(({ at, text }) => at < firstLevelAt && LONG_TERM.test(text)),
  }
}

/**
 * The deepest level is the name of the indicator: a sheet of two levels names it in the second. Columns of unknown
 * heads left of a name without any level (评价指标 | 评价内容 | 指标名称) are its levels.
 */
function withLevels(columns: readonly Column[]): readonly Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (!has('level3'))
    return columns.map((column) => (column.role === 'level2' ? { ...column, role: 'level3' } : column))
  if (has('level1') || has('level2')) return columns
  const name = columns.findIndex(({ role }) => role === 'level3')
  return columns.map((column, at) => {
    if (column.role !== 'other' || !column.unknown || at >= name) return column
    if (at === name - 1) return { ...column, role: 'level2' }
    return at === name - 2 && columns[name - 1]?.unknown === true ? { ...column, role: 'level1' } : column
  })
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
