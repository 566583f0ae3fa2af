import type { CellAddress } from './cell-address.ts'
import { parseCellAddress } from './cell-address.ts'
import type { RepeatName } from './form-template.ts'

/** A row that came or went; `index` is where it stood at that moment. */
export type RowMove = { readonly list: RepeatName; readonly index: number; readonly way: 'added' | 'removed' }

/** What an edit does to a row: writes in it, adds it, removes it. */
export type RowTouch = { readonly list: RepeatName; readonly index: number; readonly act: 'write' | 'add' | 'remove' }

export type Followed = {
  /** Where the row stands now, null when it is gone. */
  readonly index: number | null
  /** The moves as the next edit of the same person must see them. */
  readonly moves: readonly RowMove[]
}

/** The rows that came and went by these saved edits. */
export function rowMovesOf(edits: readonly { readonly where: string; readonly now: string }[]): RowMove[] {
  return edits.flatMap(({ where, now }) => {
    const address: CellAddress | null = parseCellAddress(where)
    if (address?.kind !== 'row') return []
    return [{ list: address.list, index: address.index, way: now === '' ? ('removed' as const) : ('added' as const) }]
  })
}

/**
 * An index written down before the moves, as it is after them. Of two rows added at the same place the one saved first
 * stands first.
 */
export function followRow(touch: RowTouch, moves: readonly RowMove[]): Followed {
  let index = touch.index
  const left: RowMove[] = []
  for (const [at, move] of moves.entries()) {
    if (move.list !== touch.list) {
      left.push(move)
      continue
    }
    if (move.way === 'removed' && move.index === index && touch.act !== 'add') {
      const rest = touch.act === 'remove' ? [] : [move]
      return { index: null, moves: [...left, ...rest, ...moves.slice(at + 1)] }
    }
    left.push({ ...move, index: move.index + pushOn(move, { ...touch, index }) })
    index += pullOn(index, move)
  }
  return { index, moves: left }
}

/** How far their move shifts my row. */
function pullOn(index: number, move: RowMove): number {
  if (move.way === 'added') return index >= move.index ? 1 : 0
  return index > move.index ? -1 : 0
}

/** How far my edit shifts the place of their move. */
function pushOn(move: RowMove, touch: RowTouch): number {
  if (touch.act === 'write') return 0
  if (touch.act === 'remove') return move.index > touch.index ? -1 : 0
  const behind = move.way === 'added' ? move.index > touch.index : move.index >= touch.index
  return behind ? 1 : 0
}
