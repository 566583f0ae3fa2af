import { type CellLook, lookAt } from '../cells/cell-looks.ts'
import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import type { ColumnRole } from '../words/column-words.ts'
import { isSectionLabel } from '../words/level-words.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import { level1Text } from './align-row.ts'
import { type Column, type IndicatorHead, readIndicatorHead } from './indicator-columns.ts'

/** The head of the indicators that begin here: printed over them, or made out from a tree without any. */
export function indicatorHeadAt(items: readonly SheetItem[], at: number, vocabulary: Vocabulary): IndicatorHead | null {
  return readIndicatorHead(items, at, vocabulary) ?? headOfTree(items, at, vocabulary)
}

const FEWEST_ROWS = 2
const MOST_ROWS = 40

/** 产出指标 | 数量指标 | name | target …: a row that begins a tree with words of both levels, and rows that go on under it. */
function headOfTree(items: readonly SheetItem[], at: number, vocabulary: Vocabulary): IndicatorHead | null {
  const first = items[at]
  if (first?.kind !== 'row') return null
  const starts = startsOf(first, vocabulary)
  if (starts === null) return null
  const { name } = starts
  const rows = treeRows(items, at, { ...starts, vocabulary })
  if (rows.length < FEWEST_ROWS) return null
  const places = [...new Set(rows.flatMap((row) => filledCells(row).map((cell) => cell.at)))]
  const right = places.filter((place) => place > name).sort((one, other) => one - other)
  const columns: Column[] = [
    ...(starts.level1 > 0 ? [{ role: 'section' as const, start: 0, end: starts.level1 - 1 }] : []),
    { role: 'level1', start: starts.level1, end: starts.level2 - 1 },
    { role: 'level2', start: starts.level2, end: name - 1 },
    { role: 'level3', start: name, end: (right[0] ?? first.width) - 1 },
    ...rolesOf(rows, right).map((role, index) => ({
      role,
      start: right[index] ?? 0,
      end: (right[index + 1] ?? first.width) - 1,
    })),
  ]
  return {
    columns,
    width: first.width,
    table: first.table,
    rows: 0,
    level1InHead: null,
    texts: [],
    longTerm: false,
    inferred: true,
  }
}

type Starts = { readonly level1: number; readonly level2: number; readonly name: number }

function startsOf(row: SheetRow, { level }: Vocabulary): Starts | null {
  const cells = filledCells(row)
  const from = cells[0] !== undefined && isSectionLabel(cells[0].text) ? 1 : 0
  const [first, second, name, target] = cells.slice(from)
  if (first === undefined || second === undefined || name === undefined || target === undefined) return null
  const levels = level.isLevel1(level1Text(first.text)) && level.isLevel2(second.text)
  return levels && isName(name.text, level) ? { level1: first.at, level2: second.at, name: name.at } : null
}

function isName(text: string, level: Vocabulary['level']): boolean {
  const { number, target, dash, sign } = lookAt(text)
  return !(number || dash || sign || target === 'measured' || level.isLevel1(text) || level.isLevel2(text))
}

/** Rows of the same table with a name under the first one's and something right of it. */
function treeRows(
  items: readonly SheetItem[],
  at: number,
  { level2, name, vocabulary }: Starts & { readonly vocabulary: Vocabulary },
): readonly SheetRow[] {
  const first = items[at]
  const rows: SheetRow[] = []
  for (const item of items.slice(at, at + MOST_ROWS)) {
    if (item.kind !== 'row' || first?.kind !== 'row' || item.table !== first.table) break
    const cells = filledCells(item)
    const named = cells.some((cell) => cell.at === name) && cells.some((cell) => cell.at > name)
    const second = cells.find((cell) => cell.at >= level2 && cell.at < name)
    if (!named || (second !== undefined && !vocabulary.level.isLevel2(second.text))) break
    rows.push(item)
  }
  return rows
}

type Looks = readonly CellLook[]

/** What stands right of the names, by its content: a sign, the target, its unit, what came of it, points, words. */
function rolesOf(rows: readonly SheetRow[], places: readonly number[]): readonly ColumnRole[] {
  const looks = places.map((place) =>
    rows.flatMap((row): Looks => {
      const text = row.cells[place]?.text ?? ''
      return text === '' ? [] : [lookAt(text)]
    }),
  )
  const isMeasured = (column: Looks) => column.some(({ target }) => target === 'measured')
  const target = Math.max(0, looks.findIndex(isMeasured))
  const numbers = looks.map((column) => column.every(({ number, dash }) => number || dash))
  const isSign = looks.map((column) => column.every(({ sign }) => sign))
  const points = looks.flatMap((_, at) => (at !== target && numbers[at] ? [at] : []))
  return looks.map((column, at) => {
    if (at === target) return 'target'
    if (isSign[at]) return 'sign'
    if (points.includes(at)) return points.length > 2 ? 'other' : at === points[0] ? 'weight' : 'score'
    if (at < target) return 'other'
    if (isMeasured(column)) return 'actual'
    return at === looks.length - 1 && points.length === 2 ? 'reason' : 'remark'
  })
}
