import { type CellLook, lookAt } from '../cells/cell-looks.ts'
import { fold } from '../cells/cell-text.ts'
import { isNumbered } from '../cells/line-number.ts'
import type { FilledCell } from '../cells/sheet.ts'
import type { ColumnRole } from '../words/column-words.ts'
import { isSectionLabel, type LevelWords } from '../words/level-words.ts'
import type { Column } from './indicator-columns.ts'

/** A cell given to a column. `shift` is how many places left of its head the cell stands (negative: right). */
export type PlacedCell = {
  readonly cell: FilledCell
  readonly role: ColumnRole
  readonly shift: number
  readonly label: string | undefined
}

export type Alignment = {
  readonly placed: readonly PlacedCell[]
  readonly left: readonly FilledCell[]
  readonly score: number
}

export type AlignmentFrame = {
  readonly columns: readonly Column[]
  readonly level: LevelWords
  /** How many places the whole table stands left of its head, since a page break took its first column. */
  readonly offset: number
  /** The format tells merges, so its grid is likely right and a shift must be plain to see. */
  readonly exact: boolean
}

/** A row with more cells than its head has columns, and some, is no row of indicators. */
const SPARE_CELLS = 4
const MOST_PLACES = 4
/** What it costs to leave a column empty that a row of indicators has. */
const MISSING: Partial<Record<ColumnRole, number>> = { level3: 6, target: 3, weight: 1.5, score: 1 }
const SKIP_COST = 4
const IMPOSSIBLE = Number.NEGATIVE_INFINITY

/**
 * Which column each cell of a row belongs to: of all ways to keep the order of the cells, the one where the contents
 * suit the columns best and the row is displaced least.
 */
export function alignRow(cells: readonly FilledCell[], frame: AlignmentFrame): Alignment {
  const most = Math.min(cells.length, frame.columns.length + SPARE_CELLS)
  const taken = cells.slice(0, most)
  let paths = new Map<number, Path>([[stateOf(-1, frame.offset), { score: 0, placed: [], left: [] }]])
  for (const cell of taken) paths = extend(paths, { cell, look: lookAt(cell.text) }, frame)

  let winner: Path = { score: IMPOSSIBLE, placed: [], left: taken }
  for (const [state, path] of paths) {
    const score = path.score - skippedCost(frame.columns, columnOf(state), frame.columns.length)
    if (score > winner.score) winner = { ...path, score }
  }
  return { placed: winner.placed, left: [...winner.left, ...cells.slice(most)], score: winner.score }
}

type Path = { readonly score: number; readonly placed: readonly PlacedCell[]; readonly left: readonly FilledCell[] }

const SHIFTS = 64

function stateOf(column: number, shift: number): number {
  return (column + 1) * 2 * SHIFTS + shift + SHIFTS
}

function columnOf(state: number): number {
  return Math.floor(state / (2 * SHIFTS)) - 1
}

function extend(
  paths: ReadonlyMap<number, Path>,
  { cell, look }: { cell: FilledCell; look: CellLook },
  frame: AlignmentFrame,
): Map<number, Path> {
  const next = new Map<number, Path>()
  const offer = (state: number, path: Path) => {
    if (path.score > (next.get(state)?.score ?? IMPOSSIBLE)) next.set(state, path)
  }
  for (const [state, path] of paths) {
    const column = columnOf(state)
    const shift = (state % (2 * SHIFTS)) - SHIFTS
    offer(state, { ...path, score: path.score - SKIP_COST, left: [...path.left, cell] })
    for (let to = column + 1; to < frame.columns.length; to += 1) {
      const target = frame.columns[to]
      if (target === undefined) continue
      const moved = displacement(cell.at, target, shift)
      if (Math.abs(moved - frame.offset) > MOST_PLACES) continue
      const fit = fitOf({ cell, look, role: target.role, displaced: moved !== frame.offset }, frame.level)
      const score = path.score + fit - changeCost(shift, moved, frame) - skippedCost(frame.columns, column, to)
      const placed = [...path.placed, { cell, role: target.role, shift: moved, label: target.label }]
      offer(stateOf(to, moved), { score, placed, left: path.left })
    }
  }
  return next
}

/** Places inside the head's span cost nothing; of several possible shifts the one of the cell before is taken. */
function displacement(at: number, column: Column, before: number): number {
  if (at + before >= column.start && at + before <= column.end) return before
  return at + before < column.start ? column.start - at : column.end - at
}

function changeCost(before: number, now: number, { offset, exact }: AlignmentFrame): number {
  if (before === now) return 0
  const back = now === offset ? 0.5 : 1.5
  return (exact ? 2 : 1) * (back + 0.5 * Math.abs(now - before))
}

function skippedCost(columns: readonly Column[], from: number, to: number): number {
  let cost = 0
  for (let at = from + 1; at < to; at += 1) cost += MISSING[columns[at]?.role ?? 'other'] ?? 0
  // A new level 1 brings its level 2 along, so 满意度 alone beside a name is a level 2.
  if (columns[from]?.role === 'level1' && columns[from + 1]?.role === 'level2' && to > from + 1) cost += 0.5
  return cost
}

type Candidate = {
  readonly cell: FilledCell
  readonly look: CellLook
  readonly role: ColumnRole
  readonly displaced: boolean
}

function fitOf({ cell, look, role, displaced }: Candidate, level: LevelWords): number {
  switch (role) {
    case 'section':
      return isSectionLabel(cell.text) ? 3 : level.isLevel1(cell.text) || level.isLevel2(cell.text) ? -4 : -1.5
    case 'level1':
      return levelFit(cell, look, level1Signs(cell, level))
    case 'kind':
      return level.isLevel2(cell.text) ? 3 : -1
    case 'level2':
      return levelFit(cell, look, { own: level.isLevel2(cell.text), other: level.isLevel1(cell.text) })
    case 'level3':
      return nameFit(cell, look, level)
    case 'target':
    case 'adjusted':
      return targetFit(cell, look, { level, displaced })
    case 'actual':
      return look.number || look.target !== null ? 2 : level.isLevel2(cell.text) ? -3 : 0
    case 'weight':
      return look.number ? 3 : look.dash ? 0 : -5
    case 'score':
      return look.number ? 3 : look.numberThenText ? 2 : look.dash ? 0 : -5
    case 'reason':
    case 'remark':
      return look.number ? -2 : 0.5
    case 'cause':
      return look.number ? -2 : 0
    case 'sign':
      return look.sign ? 4 : -2
    case 'unit':
      return look.number ? -3 : look.length <= 6 ? 1 : -3
    case 'other':
      return 0
  }
}

/** 满意度 printed over the columns of both levels is a level 1 there, whatever it is elsewhere. */
function level1Signs(cell: FilledCell, level: LevelWords): { own: boolean; other: boolean } {
  const [first, second] = [level.isLevel1(level1Text(cell.text)), level.isLevel2(cell.text)]
  const coversBoth = second && cell.wide > 1
  return { own: first || coversBoth, other: second && !coversBoth }
}

function levelFit(cell: FilledCell, look: CellLook, { own, other }: { own: boolean; other: boolean }): number {
  if (own) return 4
  if (other) return -3
  if (look.number || look.target === 'measured') return -5
  if (look.target === 'graded') return -2
  return look.name || fold(cell.text).length > 8 ? -1 : 0
}

function nameFit(cell: FilledCell, look: CellLook, level: LevelWords): number {
  if (isSectionLabel(cell.text)) return -4
  if (isNumbered(cell.text)) return 5
  if (level.isLevel2(cell.text) || level.isLevel1(cell.text)) return -3
  if (look.number) return -5
  if (look.target === 'measured') return -3.5
  if (look.target === 'graded') return -2
  return look.name ? 2 : 1
}

function targetFit(
  cell: FilledCell,
  look: CellLook,
  { level, displaced }: { level: LevelWords; displaced: boolean },
): number {
  if (level.isLevel2(cell.text) || level.isLevel1(cell.text) || isNumbered(cell.text)) return -4
  if (look.target === 'measured') return 3
  if (look.number || look.target === 'graded') return 2
  const unlikely = look.name ? -1.5 : 0
  return displaced ? unlikely - 2 : unlikely
}

/** `绩效指标 效益指标` in one cell: the section label ran into the level 1 label. */
export function level1Text(text: string): string {
  const [head, ...rest] = text.split(/\s+/)
  return head !== undefined && rest.length > 0 && isSectionLabel(head) ? rest.join('') : text
}
