import { type GridCursor, type GridPlace, type GridShape, standAt, within } from './grid-cursor.ts'

export type KeyPress = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** An input method is composing: every key belongs to it. */
  readonly composing: boolean
}

/** What a key means in a grid; the meanings are those of Excel and WPS. */
export type GridAnswer =
  | { readonly kind: 'move'; readonly cursor: GridCursor }
  /** Enters what was typed, then moves. */
  | { readonly kind: 'enter'; readonly cursor: GridCursor }
  | { readonly kind: 'edit' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill-down' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'add-row' }
  | { readonly kind: 'remove-row' }
  /** Tab goes on behind the grid, with what was typed entered. */
  | { readonly kind: 'leave' }
  /** Not ours: typing, the browser's own keys. */
  | { readonly kind: 'other' }

const OTHER = { kind: 'other' } as const

export function answerKey(cursor: GridCursor, press: KeyPress, shape: GridShape): GridAnswer {
  if (press.composing) return OTHER
  return cursor.draft === null ? answerMoving(cursor, press, shape) : answerEditing(cursor, press, shape)
}

function answerEditing(cursor: GridCursor, press: KeyPress, shape: GridShape): GridAnswer {
  const { key, shift, alt, ctrl } = press
  if (key === 'Escape') return { kind: 'cancel' }
  if (key === 'Enter' && !alt && !ctrl)
    return { kind: 'enter', cursor: standAt(below(cursor.at, shift ? -1 : 1, shape)) }
  if (key !== 'Tab') return OTHER
  const next = neighbour(cursor.at, shift, shape)
  return next === null ? { kind: 'leave' } : { kind: 'enter', cursor: standAt(next) }
}

function answerMoving(cursor: GridCursor, press: KeyPress, shape: GridShape): GridAnswer {
  const { key, shift, alt, ctrl } = press
  if (alt) return OTHER
  if (key === 'Tab') {
    const next = neighbour(cursor.at, shift, shape)
    return next === null ? { kind: 'leave' } : { kind: 'move', cursor: standAt(next) }
  }
  if (key === 'Enter' && !ctrl) return { kind: 'move', cursor: standAt(below(cursor.at, shift ? -1 : 1, shape)) }
  const place = travel(cursor.at, press, shape)
  if (place !== null) return { kind: 'move', cursor: shift ? { ...cursor, at: place } : standAt(place) }
  return ctrl ? answerCommand(key, shift, shape) : answerPlain(key)
}

function answerPlain(key: string): GridAnswer {
  switch (key) {
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case 'Escape':
      return { kind: 'leave' }
    default:
      return OTHER
  }
}

function answerCommand(key: string, shift: boolean, shape: GridShape): GridAnswer {
  switch (key.toLowerCase()) {
    case 'a':
      return { kind: 'move', cursor: everything(shape) }
    case 'd':
      return { kind: 'fill-down' }
    case 'z':
      return { kind: shift ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    case 'enter':
      return { kind: 'add-row' }
    case 'delete':
      return { kind: 'remove-row' }
    default:
      return OTHER
  }
}

function everything({ rows, columns }: GridShape): GridCursor {
  return { at: { row: 0, column: 0 }, from: { row: rows - 1, column: columns - 1 }, draft: null }
}

/** Where arrows, Home, End and the page keys lead; null for every other key. */
function travel(at: GridPlace, { key, ctrl }: KeyPress, shape: GridShape): GridPlace | null {
  const { rows, columns, page } = shape
  const step = ctrl ? Math.max(rows, columns) : 1
  switch (key) {
    case 'ArrowUp':
      return below(at, -step, shape)
    case 'ArrowDown':
      return below(at, step, shape)
    case 'ArrowLeft':
      return within({ ...at, column: at.column - step }, shape)
    case 'ArrowRight':
      return within({ ...at, column: at.column + step }, shape)
    case 'Home':
      return { row: ctrl ? 0 : at.row, column: 0 }
    case 'End':
      return within({ row: ctrl ? rows - 1 : at.row, column: columns - 1 }, shape)
    case 'PageUp':
      return below(at, -page, shape)
    case 'PageDown':
      return below(at, page, shape)
    default:
      return null
  }
}

function below(at: GridPlace, step: number, shape: GridShape): GridPlace {
  return within({ ...at, row: at.row + step }, shape)
}

/** The next cell in reading order; null behind the last and before the first, where Tab leaves the grid. */
function neighbour({ row, column }: GridPlace, back: boolean, { rows, columns }: GridShape): GridPlace | null {
  const next = row * columns + column + (back ? -1 : 1)
  if (next < 0 || next >= rows * columns) return null
  return { row: Math.floor(next / columns), column: next % columns }
}
