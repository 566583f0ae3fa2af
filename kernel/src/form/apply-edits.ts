import { fail, ok, type Result } from '../result.ts'
import { BLANK_ROWS } from './blank-row.ts'
import {
  type CellAddress,
  MOST_ROWS,
  parseCellAddress,
  printCellAddress,
  type RowAddress,
  type ValueAddress,
} from './cell-address.ts'
import { isSameText, kindOf, parseJson } from './cell-value.ts'
import type { FormContent } from './form-content.ts'
import { FormContentSchema } from './form-content-schema.ts'
import type { RepeatName } from './form-template.ts'
import { type Row, readCell, withRows, writeCell } from './read-cell.ts'
import { followRow, type RowMove, type RowTouch, rowMovesOf } from './row-moves.ts'

/**
 * One cell changed, as texts. A row comes by `indicators[12]` from '' to the row as JSON, or by writing in a cell one
 * past the last row; it goes by `indicators[12]` from the row as JSON to ''. Each edit counts rows as the edits before
 * it in the same list left them.
 */
export type CellEdit = { readonly where: string; readonly was: string; readonly now: string }

export type EditConflict = { readonly where: string; readonly theirs: string; readonly yours: string }

/** `in-use`: a sub-project that indicators still promise for cannot go. */
export type EditProblem = {
  readonly code: 'unknown' | 'unreadable' | 'in-use'
  readonly where: string
  readonly text: string
}

export type EditOutcome = {
  readonly content: FormContent
  /** What was changed, in the rows as they are counted now; undone by `invertEdits`. */
  readonly applied: readonly CellEdit[]
  readonly conflicts: readonly EditConflict[]
}

type EditSetting = {
  /** Whether the sheet has this place. */
  readonly isKnown: (address: CellAddress) => boolean
  /** What others saved since the person looked, oldest first. */
  readonly since: readonly CellEdit[]
}

type State = EditOutcome & { readonly moves: readonly RowMove[] }
type Step = Result<State, EditProblem>

/**
 * Merges cell by cell: a cell that another person changed meanwhile is a conflict, all others are written. An edit whose
 * text stands there already changes nothing. An unknown place or a text without meaning refuses the whole.
 */
export function applyEdits(
  content: FormContent,
  edits: readonly CellEdit[],
  { isKnown, since }: EditSetting,
): Result<EditOutcome, EditProblem> {
  let state: State = { content, applied: [], conflicts: [], moves: rowMovesOf(since) }
  for (const edit of edits) {
    const address = parseCellAddress(edit.where)
    if (address === null || !isKnown(address)) return fail(problem('unknown', edit))
    const step = applyOne(state, address, edit)
    if (!step.ok) return step
    state = step.value
  }
  const { content: merged, applied, conflicts } = state
  return ok({ content: merged, applied, conflicts })
}

/** Undoes what was applied, last first. */
export function invertEdits(applied: readonly CellEdit[]): CellEdit[] {
  return applied.map(({ where, was, now }) => ({ where, was: now, now: was })).toReversed()
}

function applyOne(state: State, address: CellAddress, edit: CellEdit): Step {
  if (address.kind === 'row') {
    if (edit.was === '' && edit.now !== '') return addRow(state, address, edit)
    return edit.was !== '' && edit.now === '' ? removeRow(state, address, edit) : fail(problem('unreadable', edit))
  }
  return address.kind === 'cell' ? writeInRow(state, address, edit) : write(state, address, edit)
}

function writeInRow(state: State, address: Extract<CellAddress, { kind: 'cell' }>, edit: CellEdit): Step {
  const followed = followRow({ ...address, act: 'write' }, state.moves)
  if (followed.index === null) return ok(withConflict(state, edit, ''))
  const { list } = address
  const placed = { ...address, index: followed.index }
  if (followed.index < state.content[list].length) return write(state, placed, edit)
  if (followed.index > state.content[list].length) return fail(problem('unknown', edit))
  if (edit.now === '') return ok(state)
  const added = addRow(state, { kind: 'row', list, index: address.index }, { ...edit, now: blankRow(list) })
  return added.ok ? write(added.value, placed, edit) : added
}

function write(state: State, address: ValueAddress, edit: CellEdit): Step {
  const current = readCell(state.content, address)
  if (current === null) return fail(problem('unknown', edit))
  const kind = { kind: kindOf(address), unit: state.content.moneyUnit }
  const written = writeCell(state.content, address, edit.now)
  if (!written.ok) return fail(problem('unreadable', edit))
  if (isSameText(current, edit.now, kind)) return ok(state)
  if (!isSameText(current, edit.was, kind)) return ok(withConflict(state, edit, current))
  const now = readCell(written.value, address) ?? ''
  const applied = { where: printCellAddress(address), was: current, now }
  return ok({ ...state, content: written.value, applied: [...state.applied, applied] })
}

function addRow(state: State, { list, index }: RowAddress, edit: CellEdit): Step {
  const row = parseRow(list, edit.now)
  if (row === null) return fail(problem('unreadable', edit))
  const followed = followRow({ list, index, act: 'add' }, state.moves)
  const at = followed.index
  const rows: readonly Row[] = state.content[list]
  if (at === null || at > rows.length || rows.length >= MOST_ROWS) return fail(problem('unknown', edit))
  const content = withRows(countParts(state.content, list, { from: at, by: 1 }), list, rows.toSpliced(at, 0, row))
  const applied = { where: `${list}[${at}]`, was: '', now: JSON.stringify(row) }
  return ok({ ...state, content, applied: [...state.applied, applied], moves: followed.moves })
}

function removeRow(state: State, { list, index }: RowAddress, edit: CellEdit): Step {
  const touch: RowTouch = { list, index, act: 'remove' }
  const followed = followRow(touch, state.moves)
  const at = followed.index
  if (at === null) return ok({ ...state, moves: followed.moves })
  const rows: readonly Row[] = state.content[list]
  const row = rows[at]
  if (row === undefined) return fail(problem('unknown', edit))
  const seen = parseRow(list, edit.was)
  if (seen === null) return fail(problem('unreadable', edit))
  const current = JSON.stringify(row)
  if (!isSameRow(seen, row)) {
    // The person's next edits count rows as if this one were gone: it has come back.
    const moves: readonly RowMove[] = [{ list, index, way: 'added' }, ...followed.moves]
    return ok({ ...withConflict(state, edit, current), moves })
  }
  if (list === 'parts' && state.content.indicators.some(({ part }) => part === at)) return fail(problem('in-use', edit))
  const content = withRows(countParts(state.content, list, { from: at, by: -1 }), list, rows.toSpliced(at, 1))
  const applied = { where: `${list}[${at}]`, was: current, now: '' }
  return ok({ ...state, content, applied: [...state.applied, applied], moves: followed.moves })
}

/** Indicators name their sub-project by its place, so they follow when it moves. */
function countParts(content: FormContent, list: RepeatName, { from, by }: { from: number; by: number }): FormContent {
  if (list !== 'parts') return content
  const indicators = content.indicators.map((row) =>
    row.part !== null && row.part >= from ? { ...row, part: row.part + by } : row,
  )
  return { ...content, indicators }
}

function withConflict(state: State, { where, now }: CellEdit, theirs: string): State {
  return { ...state, conflicts: [...state.conflicts, { where, theirs, yours: now }] }
}

function parseRow(list: RepeatName, text: string): Row | null {
  const parsed = FormContentSchema.shape[list].unwrap().element.safeParse(parseJson(text))
  return parsed.success ? (parsed.data as Row) : null
}

/** Both parsed by one schema, so the same row prints the same text but for the order of open names. */
function isSameRow(left: Row, right: Row): boolean {
  return settled(left) === settled(right)
}

function settled(row: Row): string {
  return JSON.stringify(row, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

function blankRow(list: RepeatName): string {
  return JSON.stringify(BLANK_ROWS[list])
}

function problem(code: EditProblem['code'], { where, now }: CellEdit): EditProblem {
  return { code, where, text: now.slice(0, 100) }
}
