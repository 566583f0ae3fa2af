import { addWorkingDays, dayTable } from '@shiji/kernel/calendar/day-table'
import { openHours } from '@shiji/kernel/calendar/open-hours'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { expect, test } from 'vitest'
import { loadCalendars, loadUsualHours } from './load-packs.ts'

/**
 * Deadlines worked out on paper from the notices for 2024, 2025 and 2026, none by the functions under test.
 * `office` is open 9–17 on working days, `split` 8:30–11:30 and 13:30–17:00, `always` day and night.
 */
const HOURS = `
2024-01-02 09:00  4h      office  2024-01-02 13:00
2024-01-01 10:00  1h      office  2024-01-02 10:00
2024-02-02 16:00  2h      office  2024-02-04 10:00
2024-02-04 16:00  8h      office  2024-02-05 16:00
2024-02-09 16:30  1h      office  2024-02-18 09:30
2024-02-10 12:00  8h      office  2024-02-18 17:00
2024-02-10 12:00  8h1m    office  2024-02-19 09:01
2024-02-17 23:59  10m     office  2024-02-18 09:10
2024-02-18 17:00  1m      office  2024-02-19 09:01
2024-02-09 09:00  24h     office  2024-02-19 17:00
2024-04-03 15:00  4h      office  2024-04-07 11:00
2024-04-06 10:00  16h     office  2024-04-08 17:00
2024-04-26 16:00  3h      office  2024-04-28 11:00
2024-04-30 14:00  5h      office  2024-05-06 11:00
2024-05-10 13:00  10h     office  2024-05-11 15:00
2024-05-11 16:00  2h      office  2024-05-13 10:00
2024-06-07 16:59  2m      office  2024-06-11 09:01
2024-06-10 09:00  30m     office  2024-06-11 09:30
2024-09-09 09:00  40h     office  2024-09-13 17:00
2024-09-13 12:00  8h      office  2024-09-14 12:00
2024-09-14 15:00  4h      office  2024-09-18 11:00
2024-09-27 16:00  10h     office  2024-09-30 10:00
2024-09-30 16:00  2h      office  2024-10-08 10:00
2024-10-11 16:00  8h      office  2024-10-12 16:00
2024-10-12 17:00  8h      office  2024-10-14 17:00
2024-12-31 16:00  2h      office  2025-01-02 10:00
2025-01-01 00:00  8h      office  2025-01-02 17:00
2025-01-24 12:00  14h     office  2025-01-27 10:00
2025-01-27 16:00  9h      office  2025-02-05 17:00
2025-02-04 20:00  15m     office  2025-02-05 09:15
2025-02-07 15:00  10h     office  2025-02-08 17:00
2025-02-08 17:00  1h      office  2025-02-10 10:00
2025-04-03 16:00  2h      office  2025-04-07 10:00
2025-04-25 17:00  8h      office  2025-04-27 17:00
2025-04-27 09:00  40h     office  2025-05-06 17:00
2025-05-05 12:00  1h      office  2025-05-06 10:00
2025-05-30 16:30  1h      office  2025-06-03 09:30
2025-09-26 15:00  12h     office  2025-09-29 11:00
2025-09-30 16:00  9h      office  2025-10-09 17:00
2025-10-10 16:00  9h      office  2025-10-11 17:00
2025-10-11 16:00  2h      office  2025-10-13 10:00
2025-12-31 16:00  2h      office  2026-01-04 10:00
2026-01-02 10:00  8h      office  2026-01-04 17:00
2026-01-04 16:00  2h      office  2026-01-05 10:00
2026-02-13 16:00  2h      office  2026-02-14 10:00
2026-02-14 16:00  2h      office  2026-02-24 10:00
2026-02-23 18:00  8h      office  2026-02-24 17:00
2026-02-27 09:00  16h     office  2026-02-28 17:00
2026-02-28 16:00  2h      office  2026-03-02 10:00
2026-04-03 16:00  2h      office  2026-04-07 10:00
2026-04-30 13:00  6h      office  2026-05-06 11:00
2026-05-08 14:00  4h      office  2026-05-09 10:00
2026-05-09 17:00  8h      office  2026-05-11 17:00
2026-06-18 16:45  30m     office  2026-06-22 09:15
2026-09-18 16:00  10h     office  2026-09-21 10:00
2026-09-24 16:00  2h      office  2026-09-28 10:00
2026-09-21 09:00  80h     office  2026-10-10 17:00
2026-09-30 16:00  2h      office  2026-10-08 10:00
2026-10-09 16:00  2h      office  2026-10-10 10:00
2026-10-10 12:00  6h      office  2026-10-12 10:00
2024-03-01 11:00  1h      split   2024-03-01 14:00
2024-03-01 12:00  3h30m   split   2024-03-01 17:00
2024-03-01 16:00  2h      split   2024-03-04 09:30
2024-02-09 16:30  4h      split   2024-02-18 14:00
2024-04-07 11:30  10m     split   2024-04-07 13:40
2024-06-07 14:00  3h      split   2024-06-07 17:00
2024-06-07 14:00  3h1m    split   2024-06-11 08:31
2025-01-27 13:30  6h30m   split   2025-02-05 11:30
2025-02-08 08:00  6h30m   split   2025-02-08 17:00
2025-10-08 09:00  7h      split   2025-10-10 09:00
2026-02-14 10:00  13h     split   2026-02-25 10:00
2026-05-09 11:15  4h      split   2026-05-11 08:45
2026-10-10 17:00  3h15m   split   2026-10-12 13:45
2024-02-10 03:00  10m     always  2024-02-10 03:10
2024-02-28 20:00  8h      always  2024-02-29 04:00
2024-02-28 12:00  48h     always  2024-03-01 12:00
2025-02-27 12:00  48h     always  2025-03-01 12:00
2024-01-01 00:00  8784h   always  2025-01-01 00:00
2024-12-31 12:00  8760h   always  2025-12-31 12:00
2025-12-31 23:55  10m     always  2026-01-01 00:05
2026-10-01 02:00  8h      always  2026-10-01 10:00
`

const DAYS = `
2024-02-08  2   2024-02-18
2024-02-09  5   2024-02-22
2024-04-30  5   2024-05-10
2024-04-30  6   2024-05-11
2024-05-10  20  2024-06-06
2024-09-13  3   2024-09-19
2024-09-30  5   2024-10-12
2024-10-08  -1  2024-09-30
2025-01-24  3   2025-02-05
2025-01-27  4   2025-02-08
2025-04-25  5   2025-05-06
2025-06-13  1   2025-06-16
2025-09-26  3   2025-09-30
2025-09-30  10  2025-10-21
2025-12-31  3   2026-01-06
2026-02-13  5   2026-02-27
2026-02-13  6   2026-02-28
2026-02-24  -1  2026-02-14
2026-04-03  15  2026-04-27
2026-05-06  -1  2026-04-30
2026-09-18  10  2026-10-09
2026-10-08  -2  2026-09-29
`

const HALVES = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
]
const usual = loadUsualHours()
const split = {
  key: 'split',
  name: { zh: '上下午', en: 'two halves' },
  purpose: 'service' as const,
  days: 'working-days' as const,
  week: [HALVES, HALVES, HALVES, HALVES, HALVES, [], []] as WorkCalendar['windows'][number]['week'],
  madeUp: HALVES,
}
const calendar: WorkCalendar = {
  ...usual,
  version: 1,
  years: loadCalendars(),
  overrides: [],
  terms: [],
  windows: [...usual.windows, split],
}

test('there are at least a hundred deadlines', () => {
  expect(rows(HOURS).length + rows(DAYS).length).toBeGreaterThanOrEqual(100)
})

test.each(rows(HOURS))('%s %s and %s of %s hours end %s %s', (...row) => {
  const [day = '', time = '', length = '', key = '', dueDay = '', dueTime = ''] = row
  const due = openHours(calendar, key)?.add(secondsAt(day, time), secondsOf(length))
  expect(due).toBe(secondsAt(dueDay, dueTime))
})

test.each(rows(DAYS))('from %s it is %s working days to %s', (day = '', count = '', due = '') => {
  expect(addWorkingDays(dayTable(calendar), day, Number(count))).toBe(due)
})

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/))
}

/** Shanghai is eight hours ahead, all year. */
function secondsAt(day: string, time: string): number {
  return Temporal.Instant.from(`${day}T${time}:00+08:00`).epochMilliseconds / 1_000
}

function secondsOf(length: string): number {
  const [, hours = '0', minutes = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(length) ?? []
  return Number(hours) * 3_600 + Number(minutes) * 60
}
