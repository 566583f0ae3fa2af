import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayTable } from '../calendar/day-table.ts'
import { decimal } from '../decimal.ts'
import { unreachable } from '../lifecycle.ts'
import { compareLayout, type Kept } from './compare-layout.ts'
import { comparePoints } from './compare-points.ts'
import type { Frequency } from './frequency.ts'
import { judgeCheck } from './judge-check.ts'
import { layOut } from './lay-out.ts'
import { OCCURRENCE, type OccurrenceState } from './occurrence-state.ts'
import { sayEntered } from './say-entered.ts'
import { settle } from './settle.ts'

const CALENDAR = {
  days: dayTable({
    workWeek: [0, 1, 2, 3, 4],
    windows: [],
    timeZone: 'Asia/Shanghai',
    version: 1,
    years: [],
    overrides: [],
    terms: [],
  }),
  timeZone: 'Asia/Shanghai',
}
const TWICE: Frequency = {
  kind: 'windows',
  days: 'every-day',
  windows: [
    { from: '08:00', to: '11:00' },
    { from: '15:00', to: '18:00' },
  ],
}
const NIGHT: Frequency = { kind: 'windows', days: 'every-day', windows: [{ from: '20:00', to: '08:00' }] }
const rowsOf = (frequency: Frequency, from = '2026-01-01', until = '2026-12-31') =>
  layOut({ frequency, from, until, endsOn: '2026-12-31', graceHours: 12 }, CALENDAR)

test('a night ends on the next day, and nights and days together leave no second uncovered', () => {
  const nights = rowsOf(NIGHT)
  const days = rowsOf({ ...NIGHT, windows: [{ from: '08:00', to: '20:00' }] })
  const seconds = [...nights, ...days].reduce(
    (sum, { opensAt, dueAt }) => sum + dueAt.since(opensAt).total('seconds'),
    0,
  )
  expect(seconds).toBe(365 * 86_400)
})

const FREQUENCIES = fc.oneof(
  fc.constantFrom(TWICE, NIGHT),
  fc.constantFrom('week', 'month', 'quarter', 'half-year').map((every): Frequency => ({ kind: 'within', every })),
  fc.integer({ min: 1, max: 20 }).map((workingDays): Frequency => {
    return { kind: 'after', every: 'month', days: 'every-day', workingDays }
  }),
)
const keep = (rows: ReturnType<typeof rowsOf>, state: OccurrenceState = 'planned'): Kept[] =>
  rows.map((row, index) => ({ ...row, id: String(index), state }))

test('laid out again after any part of the rows came through, exactly the rest is added', () => {
  fc.assert(
    fc.property(FREQUENCIES, fc.func(fc.boolean()), (frequency, came) => {
      const wanted = rowsOf(frequency)
      const there = wanted.filter((_, index) => came(index))
      const { added, withdrawn, restored } = compareLayout(keep(there), wanted)
      expect(added.length + there.length).toBe(wanted.length)
      expect([withdrawn, restored]).toEqual([[], []])
      expect(compareLayout(keep([...there, ...added]), wanted).added).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('laid out in two parts, wherever they meet, nothing is lost and nothing comes twice', () => {
  fc.assert(
    fc.property(FREQUENCIES, fc.integer({ min: 1, max: 364 }), (frequency, cut) => {
      const met = Temporal.PlainDate.from('2026-01-01').add({ days: cut })
      const parts = [
        ...rowsOf(frequency, '2026-01-01', met.subtract({ days: 1 }).toString()),
        ...rowsOf(frequency, met.toString()),
      ]
      expect(parts.map(({ opensAt }) => opensAt.toString())).toEqual(
        rowsOf(frequency).map(({ opensAt }) => opensAt.toString()),
      )
    }),
    { numRuns: 60 },
  )
})

test('after a change of plan the planned rows are those wanted, and what came to an outcome stands', () => {
  const states = fc.constantFrom<OccurrenceState>('planned', 'done', 'done-late', 'missed', 'waived', 'withdrawn')
  fc.assert(
    fc.property(FREQUENCIES, FREQUENCIES, fc.func(states), (before, after, stateOf) => {
      const kept = keep(rowsOf(before)).map((row, index) => ({ ...row, state: stateOf(index) }))
      const { added, withdrawn, restored } = compareLayout(kept, rowsOf(after))
      const now = kept.map((row): Kept => {
        if (withdrawn.includes(row.id)) return { ...row, state: 'withdrawn' }
        return restored.includes(row.id) ? { ...row, state: 'planned' } : row
      })
      const moved = kept.filter(({ id }, index) => now[index]?.state !== kept[index]?.state && id !== '')
      expect(moved.every(({ state }) => state === 'planned' || state === 'withdrawn')).toBe(true)
      const all = [...now, ...keep([...added]).map((row) => ({ ...row, id: `new ${row.id}` }))]
      expect(compareLayout(all, rowsOf(after))).toEqual({ added: [], withdrawn: [], restored: [] })
    }),
    { numRuns: 20 },
  )
})

test('every state of an occurrence can be reached', () => {
  expect(unreachable(OCCURRENCE, 'planned')).toEqual([])
})

const at = (time: string) => Temporal.Instant.from(`2026-03-02T${time}:00+08:00`)
const MORNING = { state: 'planned', opensAt: at('08:00'), dueAt: at('11:00'), closesAt: at('14:00') } as const
test.each([
  ['07:59', '08:10', 'planned', 'not-open-yet'],
  ['08:00', '08:10', 'planned', 'done'],
  ['11:00', '11:05', 'planned', 'done'],
  ['11:01', '11:05', 'planned', 'done-late'],
  ['14:01', '14:05', 'planned', 'over'],
  ['09:00', '18:00', 'missed', 'done'],
  ['09:00', '09:00', 'done', 'settled-already'],
  ['09:00', '09:00', 'waived', 'settled-already'],
] as const)('the round of the morning done at %s, entered at %s while %s, is %s', (done, entered, state, outcome) => {
  const settled = settle({ ...MORNING, state }, { at: at(done), enteredAt: at(entered) })
  expect(settled.ok ? settled.value.state : settled.problem).toBe(outcome)
})

test('what is entered more than a day later is 补录', () => {
  const settled = settle(
    { ...MORNING, state: 'missed' },
    { at: at('09:00'), enteredAt: at('10:00').add({ hours: 24 }) },
  )
  expect(settled).toEqual({ ok: true, value: { state: 'done', isLateEntry: true } })
})

const HEAT = { kind: 'number', name: '温度', unit: '℃', least: decimal('18'), most: decimal('27') } as const
test.each([
  [HEAT, '23.4', 'in-order'],
  [HEAT, '27', 'in-order'],
  [HEAT, '27.1', 'fault'],
  [HEAT, '17.9', 'fault'],
  [HEAT, '高', 'unreadable'],
  [{ ...HEAT, most: null }, '60', 'in-order'],
  [{ kind: 'in-order', name: '门锁' }, 'yes', 'in-order'],
  [{ kind: 'in-order', name: '门锁' }, 'no', 'fault'],
  [{ kind: 'in-order', name: '门锁' }, '', 'unreadable'],
] as const)('%j read as %s is %s', (check, value, judged) => {
  expect(judgeCheck(check, value)).toBe(judged)
})

test.each([
  [['01:00:00', '01:00:30', 0], null],
  [['01:00:00', '04:00:00', 0], '手机 01:00，到达 04:00'],
  [['01:00:00', '01:00:01', 300], '手机 01:05，到达 01:00，手机快 300 秒'],
  [['01:00:00', '04:00:00', -60], '手机 00:59，到达 04:00，手机慢 60 秒'],
] as const)('a record of %j says when it was made, when it came and by which clock', (record, expected) => {
  const [made, came, aheadSeconds] = record
  const on = (clock: string) => `2026-01-01T${clock}Z`
  const entered = { happenedAt: on(made), enteredAt: on(came), aheadSeconds }
  expect(sayEntered(entered, 'zh', (at) => new Date(at).toISOString().slice(11, 16))).toBe(expected)
})

test('points of a route are moved, or end and begin anew under their code; what is not wanted any more ends', () => {
  const point = (id: string, name = id) => ({ id, code: id, name, place: '机房', checks: [] })
  const there = [point('A'), point('B'), point('C')]
  const { moved, added, ended } = comparePoints(there, [point('B'), point('A', '空调'), point('D')])
  expect(moved).toEqual([{ id: 'B', position: 0 }])
  expect(added.map(({ code, name, position }) => [code, name, position])).toEqual([
    ['A', '空调', 1],
    ['D', 'D', 2],
  ])
  expect(ended).toEqual(['A', 'C'])
  expect(comparePoints(there, there)).toEqual({ moved: [], added: [], ended: [] })
})
