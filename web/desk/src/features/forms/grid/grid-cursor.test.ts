import { expect, test } from 'vitest'
import { rowBelow, START, selectedArea, standAt, standOnBlock } from './grid-cursor.ts'

test.each([
  ['at the end while nobody has stood in the grid', START, 7, 7],
  ['below the first row once one stands there', standAt({ row: 0, column: 0 }), 7, 1],
  ['at the end below the last row', standAt({ row: 6, column: 2 }), 7, 7],
])('a row is added %s', (_, cursor, rows, row) => {
  expect(rowBelow(cursor, rows)).toBe(row)
})

test('what was pasted is selected, as far as the grid has columns', () => {
  const block = [['产出', '数量', '巡检'], ['产出'], ['产出', '质量', '合格率']]
  expect(selectedArea(standOnBlock({ row: 7, column: 0 }, block, 5))).toEqual({ top: 7, left: 0, bottom: 9, right: 2 })
  expect(selectedArea(standOnBlock({ row: 7, column: 3 }, block, 5))).toMatchObject({ left: 3, right: 4 })
})
