import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDays, hoursOfYear, readDay, writeDay } from './calendar-day.ts'

test.each([
  ['2021-01-01', '2021-01-01'],
  ['2021.1.1', '2021-01-01'],
  ['2021年12 月 31日', '2021-12-31'],
  ['2020-02-29', '2020-02-29'],
  ['2021-02-29', null],
  ['2021-13-01', null],
  ['2021年1月', null],
  ['年内', null],
])('%s is the day %s', (text, day) => {
  const read = readDay(text)
  expect(read && writeDay(read)).toBe(day)
})

test.each([
  [2020, 8784],
  [2021, 8760],
  [2000, 8784],
  [1900, 8760],
])('%i has %i hours', (year, hours) => expect(hoursOfYear(year)).toBe(hours))

test('every day of the calendar is read back as it is written and keeps its order', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, days, (left, right) => {
      const [a, b] = [left, right].map((it) => it.toISOString().slice(0, 10))
      const [first, second] = [readDay(a ?? ''), readDay(b ?? '')]
      expect(first && writeDay(first)).toBe(a)
      expect(first && second && Math.sign(compareDays(first, second))).toBe(Math.sign((a ?? '').localeCompare(b ?? '')))
    }),
  )
})
