import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import { judgeCheckIn } from './check-in.ts'
import { dayHoles } from './day-holes.ts'
import { whoseTurn } from './rotate.ts'
import { SWAP } from './swap.ts'

const window = (text: string) => {
  const [from = '', to = ''] = text.split('-')
  return { from, to }
}

test.each([
  ['08:00-20:00 20:00-08:00', ''],
  ['00:00-24:00', ''],
  ['08:00-08:00', ''],
  ['08:00-16:00 16:00-24:00', '00:00-08:00'],
  ['00:00-08:00 09:00-17:00 16:30-23:00', '08:00-09:00 23:00-24:00'],
] as const)('shifts %s leave nobody there %s', (shifts, holes) => {
  const found = dayHoles(shifts.split(' ').map(window))
  expect(found.map(({ from, to }) => `${from}-${to}`).join(' ')).toBe(holes)
})

const FOUR = ['甲', '乙', '丙', '丁']

test.each([
  ['shift', 1, '2026-01-01 0', '甲'],
  ['shift', 1, '2026-01-01 1', '乙'],
  ['shift', 1, '2026-01-02 0', '丙'],
  ['shift', 1, '2026-01-03 0', '甲'],
  ['shift', 2, '2026-01-01 1', '丙丁'],
  ['shift', 5, '2026-01-01 0', '甲乙丙丁'],
  ['week', 1, '2026-01-04 0', '甲'],
  ['week', 1, '2026-01-04 1', '乙'],
  ['week', 1, '2026-01-05 0', '乙'],
  ['week', 1, '2026-01-05 1', '丙'],
] as const)('taking turns by %s, %i at once, on %s it is %s', (turns, needed, when, expected) => {
  const [day = '', slot = ''] = when.split(' ')
  const rotation = { from: '2026-01-01', turns, people: FOUR }
  expect(whoseTurn(rotation, { day, slot: Number(slot) }, { slots: 2, needed }).join('')).toBe(expected)
})

test('by shifts everybody gets the same share, and nobody two places on one shift', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (count, needed) => {
      const people = Array.from({ length: count }, (_, index) => String(index))
      const rotation = { from: '2026-01-01', turns: 'shift' as const, people }
      const days = Array.from({ length: count }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`)
      const crews = days.map((day) => whoseTurn(rotation, { day, slot: 0 }, { slots: 1, needed }))
      const shares = new Set(people.map((one) => crews.flat().filter((other) => other === one).length))
      expect(shares.size).toBe(1)
      expect(crews.every((crew) => new Set(crew).size === crew.length)).toBe(true)
    }),
  )
})

const at = (time: string) => Temporal.Instant.from(`2026-01-01T${time}:00+08:00`)

test.each([
  ['06:59', 'too-early'],
  ['07:00', 'in-time'],
  ['08:00', 'in-time'],
  ['08:01', 'late'],
  ['19:59', 'late'],
  ['20:00', 'over'],
])('a shift of 08:00 to 20:00 is come to at %s: %s', (time, expected) => {
  const judged = judgeCheckIn({ opensAt: at('08:00'), dueAt: at('20:00') }, at(time))
  expect(judged.ok ? judged.value : judged.problem).toBe(expected)
})

test('every state of a swap can be reached', () => expect(unreachable(SWAP, 'asked')).toEqual([]))
