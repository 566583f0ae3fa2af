import { expect, test } from 'vitest'
import { countWorkingDays, dayTable, isWorkingDay } from './day-table.ts'
import { missingYears } from './missing-years.ts'
import { type OpenHours, openHours } from './open-hours.ts'
import { WorkCalendar, withOwnHours } from './work-calendar.ts'
import { YearDays } from './year-days.ts'

const NAME = { zh: '某日', en: 'some day' }
const FULL = [{ from: '00:00', to: '24:00' }]
const DAY = [{ from: '09:00', to: '17:00' }]
const NIGHT = [
  { from: '00:00', to: '06:00' },
  { from: '22:00', to: '24:00' },
]

type Spans = { from: string; to: string }[]
const hoursOf = (key: string, days: string, [weekday, weekend]: [Spans, Spans]) => ({
  key,
  name: NAME,
  purpose: 'service',
  days,
  week: [weekday, weekday, weekday, weekday, weekday, weekend, weekend],
  madeUp: weekday,
})

const calendar = (changes: object = {}) =>
  WorkCalendar.parse({
    version: 1,
    timeZone: 'Asia/Shanghai',
    workWeek: [0, 1, 2, 3, 4],
    years: [
      {
        place: 'cn',
        year: 2026,
        source: { text: '某通知', sureness: 'D' },
        holidays: [{ day: '2026-05-01', name: NAME }],
        workdays: [{ day: '2026-05-09', name: NAME }],
      },
    ],
    overrides: [],
    terms: [{ name: NAME, first: '2026-02-25', last: '2026-07-03' }],
    windows: [
      hoursOf('office', 'working-days', [DAY, []]),
      hoursOf('term', 'term-days', [DAY, []]),
      hoursOf('night', 'every-day', [NIGHT, NIGHT]),
      hoursOf('always', 'every-day', [FULL, FULL]),
      hoursOf('never', 'working-days', [[], []]),
    ],
    ...changes,
  })

function hours(key: string, changes: object = {}): OpenHours {
  const found = openHours(calendar(changes), key)
  if (found === null) throw new Error(key)
  return found
}
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1_000
const text = (second: number | null) =>
  second === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(second * 1_000).toString({ timeZone: 'Asia/Shanghai' })

test.each([
  ['2026-04-30', true],
  ['2026-05-01', false],
  ['2026-05-02', false],
  ['2026-05-09', true],
  ['2026-05-10', false],
])('%s is a working day: %s', (day, expected) => {
  expect(isWorkingDay(dayTable(calendar()), day)).toBe(expected)
})

test('the working days of a month are counted with its holiday and its worked Saturday', () => {
  expect(countWorkingDays(dayTable(calendar()), { first: '2026-05-01', last: '2026-05-31' })).toBe(21)
})

test.each([
  ['office', '2026-04-30T17:00:00+08:00', '2026-05-04T09:00:00+08:00'],
  ['office', '2026-04-30T16:59:59+08:00', '2026-04-30T16:59:59+08:00'],
  ['office', '2026-05-08T18:00:00+08:00', '2026-05-09T09:00:00+08:00'],
  ['term', '2026-07-03T17:30:00+08:00', null],
  ['term', '2026-01-05T10:00:00+08:00', '2026-02-25T09:00:00+08:00'],
  ['night', '2026-05-01T12:00:00+08:00', '2026-05-01T22:00:00+08:00'],
  ['always', '2026-05-01T12:00:00+08:00', '2026-05-01T12:00:00+08:00'],
  ['never', '2026-05-01T12:00:00+08:00', null],
])('the hours %s, asked at %s, next open at %s', (key, moment, opening) => {
  expect(text(hours(key).nextOpening(at(moment)))).toBe(opening)
})

test('a night across midnight is one span', () => {
  const spans = hours('night').spansBetween(at('2026-05-01T12:00:00+08:00'), at('2026-05-02T12:00:00+08:00'))
  expect(spans.map(({ from, to }) => [text(from), text(to)])).toEqual([
    ['2026-05-01T22:00:00+08:00', '2026-05-02T06:00:00+08:00'],
  ])
})

test.each([
  ['the day clocks go forward', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 23],
  ['the day clocks go back', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 25],
])('where clocks are turned, %s has its own length', (_title, from, to, expected) => {
  const always = hours('always', { timeZone: 'Europe/Berlin' })
  expect(always.between(at(from), at(to)) / 3_600).toBe(expected)
})

test('a wait of thirty years ends where thirty years of hours end', () => {
  const always = hours('always')
  const start = at('1996-02-29T10:00:00+08:00')
  const end = at('2026-02-28T10:00:00+08:00')
  expect(always.between(start, end)).toBe(end - start)
  expect(always.add(start, end - start)).toBe(end)
})

test('a unit closes, opens for half a day, and has its own hours under the same key', () => {
  const own = withOwnHours(calendar(), {
    overrides: [
      { first: '2026-06-01', last: '2026-06-02', open: 'closed', name: NAME },
      { first: '2026-06-02', last: '2026-06-02', open: [{ from: '08:00', to: '12:00' }], name: NAME },
    ],
    terms: [],
    windows: [],
  })
  const spans = openHours(own, 'office')?.spansBetween(at('2026-06-01T00:00:00+08:00'), at('2026-06-03T00:00:00+08:00'))
  expect(spans?.map(({ from, to }) => [text(from), text(to)])).toEqual([
    ['2026-06-02T08:00:00+08:00', '2026-06-02T12:00:00+08:00'],
  ])
  const [always] = calendar().windows.filter(({ key }) => key === 'always')
  if (always === undefined) throw new Error('always')
  const replaced = withOwnHours(calendar(), { overrides: [], terms: [], windows: [{ ...always, key: 'office' }] })
  expect(openHours(replaced, 'office')?.nextOpening(at('2026-05-01T03:00:00+08:00'))).toBe(
    at('2026-05-01T03:00:00+08:00'),
  )
})

test.each([
  ['2026-10-24', []],
  ['2026-10-25', ['next-year-missing']],
  ['2027-03-01', ['year-missing']],
  ['2027-12-01', ['year-missing', 'next-year-missing']],
])('on %s the calendar of 2026 warns of %j', (today, codes) => {
  expect(missingYears(calendar(), today).map(({ code }) => code)).toEqual(codes)
})

test.each([
  ['spans that overlap', { windows: [hoursOf('x', 'every-day', [[...DAY, { from: '16:00', to: '18:00' }], []])] }],
  ['a window named twice', { windows: [hoursOf('x', 'every-day', [DAY, []]), hoursOf('x', 'every-day', [DAY, []])] }],
  ['a zone nobody knows', { timeZone: 'Asia/Nowhere' }],
  ['a term of many years', { terms: [{ name: NAME, first: '2026-02-25', last: '2031-02-25' }] }],
  ['a term that ends before it begins', { terms: [{ name: NAME, first: '2026-07-03', last: '2026-02-25' }] }],
])('a calendar with %s is none', (_title, changes) => {
  expect(() => calendar(changes)).toThrow()
})

test('a year whose day stands under both headings is none', () => {
  const [year] = calendar().years
  expect(YearDays.safeParse({ ...year, workdays: year?.holidays }).success).toBe(false)
})
