import { expect, test } from 'vitest'
import { drawnStrokes, drawOn, pointOnPad, type Stroke } from './strokes.ts'

const BOX = { left: 10, top: 20, width: 300, height: 100 }

test.each([
  ['in the middle', 160, 70, [300, 100]],
  ['beyond the right edge', 900, 70, [600, 100]],
  ['above the left corner', 0, 0, [0, 0]],
])('a finger %s is on the field', (_, clientX, clientY, expected) => {
  expect(pointOnPad({ clientX, clientY }, BOX)).toEqual(expected)
})

test('lines are drawn point by point, and a tap is none', () => {
  let strokes: Stroke[] = []
  strokes = drawOn(strokes, [1, 1], true)
  strokes = drawOn(strokes, [2, 2], false)
  strokes = drawOn(strokes, [9, 9], true)
  expect(strokes).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [[9, 9]],
  ])
  expect(drawnStrokes(strokes)).toHaveLength(1)
})
