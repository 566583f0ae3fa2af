import { dayTable } from '@shiji/kernel/calendar/day-table'
import { Frequency } from '@shiji/kernel/upkeep/frequency'
import { layOut } from '@shiji/kernel/upkeep/lay-out'
import { expect, test } from 'vitest'
import { loadCalendars, loadUsualHours } from './load-packs.ts'

const CALENDAR = {
  days: dayTable({ ...loadUsualHours(), version: 1, years: loadCalendars(), overrides: [], terms: [] }),
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
const rowsOf = (frequency: Frequency, from = '2026-01-01', until = '2026-12-31') =>
  layOut({ frequency, from, until, endsOn: '2026-12-31', graceHours: 12 }, CALENDAR)

test.each([
  ['twice a day', TWICE, 730],
  ['once on working days', { ...TWICE, days: 'working-days', windows: [{ from: '08:30', to: '17:30' }] }, 248],
  ['every week', { kind: 'within', every: 'week' }, 51],
  ['every month', { kind: 'within', every: 'month' }, 12],
  ['every quarter', { kind: 'within', every: 'quarter' }, 4],
  ['every half year', { kind: 'within', every: 'half-year' }, 2],
  ['once a year', { kind: 'within', every: 'year' }, 1],
  ['a log of every working day', { kind: 'after', every: 'day', days: 'working-days', workingDays: 1 }, 248],
  ['a report of every month', { kind: 'after', every: 'month', days: 'every-day', workingDays: 5 }, 12],
] as const)('%s is due %# times in 2026', (_, frequency, times) => {
  expect(rowsOf(Frequency.parse(frequency))).toHaveLength(times)
})

test('the report of September is due on the fifth working day after it, past the holidays of October', () => {
  const [report] = rowsOf({ kind: 'after', every: 'month', days: 'every-day', workingDays: 5 }, '2026-09-01')
  expect(report?.dueAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()).toBe('2026-10-14')
})
