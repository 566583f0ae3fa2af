import { lookAt } from '../cells/cell-looks.ts'
import { foldLabel } from '../cells/cell-text.ts'
import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { type ColumnRole, type ColumnWords, yearOfColumn } from '../words/column-words.ts'
import { isSectionLabel, type LevelWords } from '../words/level-words.ts'

/** One column of the indicator table and the places of the grid its head lies over. */
export type Column = {
  readonly role: ColumnRole
  readonly start: number
  readonly end: number
  /** Nobody knows its head word. */
  readonly unknown?: boolean
  /** The year that alone the column is for: 2024年指标值 beside 2025年指标值. */
  readonly year?: number
  /** One of several years: 2024年, 第一年. */
  readonly yearly?: true
  /** What is printed over a column of causes (人员保障), which is ticked instead of written. */
  readonly label?: string
}

export type IndicatorHead = {
  readonly columns: readonly Column[]
  readonly width: number
  readonly table: number
  /** Rows the head takes: one, or more where 年度指标值 is parted into sign, number and unit. */
  readonly rows: number
  /** A level 1 label that slipped into the head row's section cell. */
  readonly level1InHead: string | null
  readonly texts: readonly string[]
  /** 长期绩效指标: promises of the whole project, printed before those of the year. */
  readonly longTerm: boolean
  /** No head is printed: the columns are those that the contents suggest. */
  readonly inferred?: true
  /** Several years have a column of targets and none is the form's own: the first was taken. */
  readonly yearUnsure?: true
}

const LONG_TERM = /^\s*(?:长期|中期|中长期|总|实施期)/
const LEAST_KNOWN_SHARE = 0.6

/** Reads the head of an indicator table at this row, or null when it is none. */
export function readIndicatorHead(
  items: readonly SheetItem[],
  at: number,
  words: { readonly column: ColumnWords; readonly level: LevelWords },
): IndicatorHead | null {
  const first = items[at]
  if (first?.kind !== 'row') return null
  let cells = headCells(first, words.column)
  let read: IndicatorHead | null = null
  for (let rows = 1; cells !== null; rows += 1) {
    if (isIndicatorHead(cells)) read = headOf(first, cells, { rows, level: words.level })
    const below = items[at + rows]
    if (rows === MOST_HEAD_ROWS || below?.kind !== 'row' || below.table !== first.table) break
    const lower: readonly HeadCell[] | null = headCells(below, words.column) ?? partedHeads(cells, below, words.column)
    cells = lower === null ? null : mergeHeads(cells, lower)
  }
  return read
}

const MOST_HEAD_ROWS = 3

export type HeadCell = {
  readonly at: number
  readonly end: number
  readonly role: ColumnRole | null
  readonly text: string
}

/** The cells of a row that consists of head words, else null. A section label or an unknown short word may stand among them. */
export function headCells(row: SheetRow, column: ColumnWords): readonly HeadCell[] | null {
  const filled = filledCells(row)
  if (filled.length === 0) return null
  const cells = filled.map(({ at, text }, index) => ({
    at,
    end: spanEnd(row, at, filled[index + 1]?.at ?? row.cells.length),
    role: isSectionLabel(text) ? ('section' as const) : column(text),
    text,
  }))
  const levels = cells.filter(({ role }) => role !== null && LEVELS.includes(role))
  // A list of projects has columns of its own (单位名称, 预算数) before the levels.
  const before = levels.length >= 2 ? (levels[0]?.at ?? 0) : 0
  const known = cells.filter(({ at, role }) => role !== null || at < before).length
  return known / cells.length >= LEAST_KNOWN_SHARE ? namedBehindLevels(cells) : null
}

const LEVELS: readonly ColumnRole[] = ['level1', 'level2', 'level3']

/** 一级指标 | 二级指标 | 绩效指标: right of the levels the word for the whole section names the indicator. */
function namedBehindLevels(cells: readonly HeadCell[]): readonly HeadCell[] {
  const last = cells.findLastIndex(({ role }) => role === 'level2')
  const next = cells[last + 1]
  if (last < 0 || next?.role !== 'section' || cells.some(({ role }) => role === 'level3')) return cells
  return cells.map((cell) => (cell === next ? { ...cell, role: 'level3' as const } : cell))
}

const LONGEST_PART = 10
/** Under 目标值: a year of its own, or one that only the project can tell. */
const YEAR_PART = /^(?:(?:19|20)\d{2}年度?|第[一二三四五]年|首年)$/
const TAKES_NO_PARTS: readonly (ColumnRole | null)[] = ['section', 'level1', 'level2', 'level3']

/**
 * A second head row of words nobody knows: all of it stands under wide heads that it parts in two or more, as
 * 偏差原因分析 into 经费保障 | 人员保障 | 其他.
 */
function partedHeads(upper: readonly HeadCell[], row: SheetRow, column: ColumnWords): readonly HeadCell[] | null {
  const cells = filledCells(row)
  const over = cells.map(({ at }) => upper.find((head) => at >= head.at && at <= head.end))
  const parts = cells.map(({ at, text }, index) => ({ at, text, over: over[index] }))
  const fits = parts.every((part) => {
    const { number, target } = lookAt(part.text)
    if (isYearPart(part.text) && part.over?.role === 'target') return true
    if (number || target === 'measured' || part.over === undefined || foldLabel(part.text).length > LONGEST_PART)
      return false
    return !TAKES_NO_PARTS.includes(part.over.role) && over.filter((head) => head === part.over).length >= 2
  })
  if (!fits || parts.length === 0) return null
  return parts.map(({ at, text, over: head }, index) => ({
    at,
    end: Math.min((cells[index + 1]?.at ?? row.cells.length) - 1, head?.end ?? at),
    role: head?.role === 'target' && isYearPart(text) ? 'target' : column(text),
    text,
  }))
}

function isYearPart(text: string): boolean {
  return YEAR_PART.test(foldLabel(text))
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
  return [...kept, ...lower.map((cell) => partOf(cell, upper, lower))].sort((a, b) => a.at - b.at)
}

/** Under 偏差原因分析 stand causes to tick; of 指标值 the first part nobody knows is the value itself (符号 | 内容 | 单位). */
function partOf(cell: HeadCell, upper: readonly HeadCell[], lower: readonly HeadCell[]): HeadCell {
  const over = upper.find(({ at, end }) => cell.at >= at && cell.at <= end)
  if (cell.role !== null || over === undefined || TAKES_NO_PARTS.includes(over.role)) return cell
  if (over.role === 'reason') return { ...cell, role: 'cause' }
  const sisters = lower.filter(({ at }) => at >= over.at && at <= over.end)
  const first = sisters.find(({ role }) => role === null) === cell
  return { ...cell, role: first && sisters.every(({ role }) => role !== over.role) ? over.role : 'other' }
}

function isIndicatorHead(cells: readonly HeadCell[]): boolean {
  const roles = new Set(cells.map(({ role }) => role))
  const levels = LEVELS.filter((role) => roles.has(role)).length
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
    const label = role === 'cause' ? { label: foldLabel(cell.text) } : {}
    const year = yearOfColumn(cell.text)
    const own = {
      ...(year === null ? {} : { year }),
      ...(year === null && !isYearPart(cell.text) ? {} : { yearly: true as const }),
    }
    columns.push({ role, start: cell.at, end: cell.end, unknown: cell.role === null, ...label, ...own })
  }
  const start = columns[0]?.start ?? 0
  const leading: Column[] = start > 0 ? [{ role: 'section', start: 0, end: start - 1 }] : []
  return {
    columns: withLevels([...leading, ...columns]),
    width: row.width,
    table: row.table,
    rows,
    level1InHead,
    texts: cells.map(({ text }) => foldLabel(text)),
    longTerm: row.wholeTerm === true || cells.some(({ at, text }) => at < firstLevelAt && LONG_TERM.test(text)),
  }
}

/**
 * The deepest level is the name of the indicator: a sheet of two levels names it in the second. Columns of unknown
 * heads left of a name without any level (评价指标 | 评价内容 | 指标名称) are its levels, and so are the two under one wide 指标.
 */
function withLevels(columns: readonly Column[]): readonly Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (!has('level3'))
    return columns.map((column) => (column.role === 'level2' ? { ...column, role: 'level3' } : column))
  if (has('level1') || has('level2')) return columns
  const name = columns.findIndex(({ role }) => role === 'level3')
  const wide = columns[name - 1]
  if ((wide?.role === 'section' || wide?.unknown) && wide.end === wide.start + 1)
    return [
      ...columns.slice(0, name - 1),
      { ...wide, role: 'level1', end: wide.start },
      { ...wide, role: 'level2', start: wide.end },
      ...columns.slice(name),
    ]
  return columns.map((column, at) => {
    if (column.role !== 'other' || !column.unknown || at >= name) return column
    if (at === name - 1) return { ...column, role: 'level2' }
    return at === name - 2 && columns[name - 1]?.unknown === true ? { ...column, role: 'level1' } : column
  })
}

/** Roles that several columns may have. */
const MANY: readonly ColumnRole[] = ['other', 'section', 'cause']

/**
 * Two columns of one role: the one of the form's own year counts (2024年指标值 | 2025年指标值), else the first (得分
 * twice); the other is kept as known but unused.
 */
export function oneOfEachRole(head: IndicatorHead, year: number | null): IndicatorHead {
  const seen = new Set<ColumnRole>()
  const ofYear = new Set(head.columns.filter((column) => year !== null && column.year === year).map(({ role }) => role))
  const columns = head.columns.map((column) => {
    if (ofYear.has(column.role) && column.year !== year) return { ...column, role: 'other' as const }
    const again = !MANY.includes(column.role) && seen.has(column.role)
    seen.add(column.role)
    return again ? { ...column, role: 'other' as const } : column
  })
  const promised = head.columns.filter(({ role }) => role === 'target')
  const unsure = promised.length > 1 && !ofYear.has('target') && promised.some(({ yearly }) => yearly)
  return { ...head, columns, ...(unsure ? { yearUnsure: true } : {}) }
}
