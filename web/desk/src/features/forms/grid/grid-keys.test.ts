import { expect, test } from 'vitest'
import { type GridCursor, isSelected, selectedArea, standAt } from './grid-cursor.ts'
import { answerKey, type KeyPress } from './grid-keys.ts'

const shape = { rows: 43, columns: 5, page: 10 }
const plain = { ctrl: false, shift: false, alt: false, composing: false }

function press(key: string): KeyPress {
  const parts = key.split('+')
  const name = parts.at(-1) ?? ''
  return {
    ...plain,
    key: name,
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}

test.each([
  ['ArrowDown', [2, 1], [3, 1]],
  ['ArrowUp', [0, 1], [0, 1]],
  ['ArrowRight', [2, 4], [2, 4]],
  ['Ctrl+ArrowDown', [2, 1], [42, 1]],
  ['Home', [2, 3], [2, 0]],
  ['Ctrl+Home', [20, 3], [0, 3 - 3]],
  ['Ctrl+End', [2, 3], [42, 4]],
  ['PageDown', [2, 3], [12, 3]],
  ['Enter', [2, 3], [3, 3]],
  ['Shift+Enter', [2, 3], [1, 3]],
  ['Tab', [2, 4], [3, 0]],
  ['Shift+Tab', [3, 0], [2, 4]],
] as const)('%s leads from %j to %j', (key, [row, column], [toRow, toColumn]) => {
  const cursor = standAt({ row, column })
  expect(answerKey(cursor, press(key), shape)).toEqual({
    kind: 'move',
    cursor: standAt({ row: toRow, column: toColumn }),
  })
})

test.each([
  ['Tab', [42, 4]],
  ['Shift+Tab', [0, 0]],
  ['Escape', [5, 2]],
] as const)('%s at %j leaves the grid, so that nobody is caught in it', (key, [row, column]) => {
  expect(answerKey(standAt({ row, column }), press(key), shape)).toEqual({ kind: 'leave' })
})

test.each([
  ['F2', 'edit'],
  ['Delete', 'clear'],
  ['Ctrl+d', 'fill-down'],
  ['Ctrl+z', 'undo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['Ctrl+y', 'redo'],
  ['Ctrl+Enter', 'add-row'],
  ['Ctrl+Delete', 'remove-row'],
  ['Ctrl+c', 'other'],
  ['9', 'other'],
  ['Alt+ArrowLeft', 'other'],
])('%s while moving means %s', (key, kind) => {
  expect(answerKey(standAt({ row: 3, column: 3 }), press(key), shape).kind).toBe(kind)
})

const typing: GridCursor = { ...standAt({ row: 3, column: 3 }), draft: '≥9' }

test.each([
  ['Enter', { kind: 'enter', cursor: standAt({ row: 4, column: 3 }) }],
  ['Tab', { kind: 'enter', cursor: standAt({ row: 3, column: 4 }) }],
  ['Escape', { kind: 'cancel' }],
  ['Alt+Enter', { kind: 'other' }],
  ['ArrowLeft', { kind: 'other' }],
  ['Ctrl+z', { kind: 'other' }],
])('%s while typing answers %j', (key, answer) => {
  expect(answerKey(typing, press(key), shape)).toEqual(answer)
})

test('keys of an input method are left to it', () => {
  expect(answerKey(typing, { ...press('Enter'), composing: true }, shape)).toEqual({ kind: 'other' })
})

test('Shift and an arrow stretch the selection from where it began', () => {
  const answer = answerKey(standAt({ row: 3, column: 3 }), press('Shift+ArrowUp'), shape)
  if (answer.kind !== 'move') throw new Error(answer.kind)
  const area = selectedArea(answer.cursor)
  expect(area).toEqual({ top: 2, left: 3, bottom: 3, right: 3 })
  expect(isSelected(area, { row: 2, column: 3 })).toBe(true)
  expect(isSelected(area, { row: 2, column: 2 })).toBe(false)
})
