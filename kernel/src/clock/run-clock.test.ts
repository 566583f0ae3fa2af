import { expect, test } from 'vitest'
import { openHours } from '../calendar/open-hours.ts'
import { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ClockEvent, PauseReason } from './clock-event.ts'
import { ClockRule } from './clock-rule.ts'
import { SEQUENCE_WORDING, saySegment } from './clock-wording.ts'
import { runClock } from './run-clock.ts'

const DAY = [{ from: '09:00', to: '17:00' }]
const FULL = [{ from: '00:00', to: '24:00' }]
const LABOUR = { zh: '劳动节', en: 'Labour Day' }
const CALENDAR = WorkCalendar.parse({
  version: 4,
  timeZone: 'Asia/Shanghai',
  workWeek: [0, 1, 2, 3, 4],
  years: [
    {
      place: 'cn',
      year: 2026,
      source: { text: '某通知', sureness: 'D' },
      holidays: ['01', '02', '03', '04', '05'].map((day) => ({ day: `2026-05-${day}`, name: LABOUR })),
      workdays: [{ day: '2026-05-09', name: LABOUR }],
    },
  ],
  overrides: [],
  terms: [],
  windows: [
    { key: 'office', days: 'working-days', week: [DAY, DAY, DAY, DAY, DAY, [], []], madeUp: DAY },
    { key: 'always', days: 'every-day', week: [FULL, FULL, FULL, FULL, FULL, FULL, FULL], madeUp: FULL },
  ].map((window) => ({ name: { zh: '某时段', en: 'some hours' }, purpose: 'service', ...window })),
})

const rule = (changes: object) =>
  ClockRule.parse({
    kind: 'recovery',
    version: 2,
    limitSeconds: 8 * 3_600,
    bound: 'less-than',
    window: 'office',
    pausedBy: ['waiting-for-part', 'approved-change'],
    reopened: 'count-through',
    remindAt: [50, 80, 100],
    lateAfterSeconds: 300,
    ...changes,
  })

/** `04-30 15:00 restored`, `04-30 16:00 paused waiting-for-part`, and when it was written down after a comma. */
function events(lines: readonly string[]): ClockEvent[] {
  return lines.map((line, number) => {
    const [happened = '', entered] = line.split(', ')
    const [day = '', time = '', kind = '', reason] = happened.split(' ')
    const at = moment(`${day} ${time}`)
    const facts = { number, at, enteredAt: entered === undefined ? at : moment(entered) }
    if (kind === 'paused') return { kind, reason: reason as PauseReason, ...facts }
    return { kind: kind as Exclude<ClockEvent['kind'], 'paused'>, ...facts }
  })
}

function moment(dayAndTime: string): string {
  return Temporal.Instant.from(`2026-${dayAndTime.replace(' ', 'T')}:00+08:00`).toString()
}

function clock(
  lines: readonly string[],
  { asOf = '06-30 12:00', ...changes }: { asOf?: string; [key: string]: unknown } = {},
) {
  const made = rule(changes)
  const hours = openHours(CALENDAR, made.window)
  if (hours === null) throw new Error('no such window')
  return runClock(events(lines), { rule: made, hours, asOf: moment(asOf) })
}

function reading(...given: Parameters<typeof clock>) {
  const result = clock(...given)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const TEN_MINUTES = { kind: 'response', window: 'always', limitSeconds: 600, bound: 'at-most' }

test.each([
  ['answered at the limit', '05-01 03:10 responded', 'kept', 600],
  ['answered a minute late', '05-01 03:11 responded', 'broken', 660],
])('≤ 10 分钟 at three in the morning, %s', (_title, answer, verdict, elapsedSeconds) => {
  const found = reading(['05-01 03:00 reported', answer], TEN_MINUTES)
  expect(found).toMatchObject({ verdict, elapsedSeconds, dueAt: moment('05-01 03:10') })
})

test('< 8 小时 is broken by eight hours', () => {
  const always = { window: 'always' }
  expect(reading(['05-01 03:00 reported', '05-01 11:00 restored'], always).verdict).toBe('broken')
  expect(reading(['05-01 03:00 reported', '05-01 10:59 restored'], always).verdict).toBe('kept')
})

test('a clock explains itself across a holiday, a spare part and a night', () => {
  const found = reading([
    '04-30 15:00 reported',
    '05-06 10:00 paused waiting-for-part',
    '05-07 10:00 resumed',
    '05-07 11:00 restored',
  ])
  expect(found).toMatchObject({ elapsedSeconds: 4 * 3_600, verdict: 'kept', state: 'stopped', calendarVersion: 4 })
  expect(found.segments.map(({ reason, seconds }) => [saySegment(reason, 'zh'), seconds / 3_600])).toEqual([
    ['计时', 2],
    ['放假：劳动节', 0],
    ['计时', 1],
    ['暂停：等待备件', 0],
    ['计时', 1],
  ])
})

test('a pause for another reason is shown and counted', () => {
  const found = reading(['05-06 09:00 reported', '05-06 10:00 paused waiting-for-user', '05-06 12:00 restored'])
  expect(found.elapsedSeconds).toBe(3 * 3_600)
  expect(saySegment(found.segments[1]?.reason ?? { code: 'stopped' }, 'zh')).toBe(
    '等待用户：不在约定的暂停事由内，照计',
  )
})

const REOPENED = ['05-06 09:00 reported', '05-06 10:00 restored', '05-06 13:00 reopened', '05-06 14:00 restored']

test.each([
  ['count-through', 5, ['counted', 'repair-did-not-hold', 'counted']],
  ['go-on', 2, ['counted', 'stopped', 'counted']],
])('a reopened ticket under the rule %s counts %s hours', (reopened, hours, codes) => {
  const found = reading(REOPENED, { reopened })
  expect(found.elapsedSeconds / 3_600).toBe(hours)
  expect(found.segments.map(({ reason }) => reason.code)).toEqual(codes)
})

test('the first answer stays the first, whatever is reopened later', () => {
  const found = reading(['05-06 09:00 reported', '05-06 09:05 responded', ...REOPENED.slice(1)], TEN_MINUTES)
  expect(found).toMatchObject({ elapsedSeconds: 300, stoppedAt: moment('05-06 09:05') })
})

test('a running clock says when it is due and when somebody is told; a standing one does not know', () => {
  const running = reading(['04-30 15:00 reported'], { asOf: '04-30 16:00' })
  expect(running).toMatchObject({ verdict: 'open', state: 'running', dueAt: moment('05-06 15:00') })
  expect(running.reminders.map(({ at }) => at)).toEqual([
    moment('05-06 11:00'),
    moment('05-06 13:24'),
    moment('05-06 15:00'),
  ])
  const standing = reading(['04-30 15:00 reported', '04-30 16:00 paused waiting-for-part'], { asOf: '05-06 12:00' })
  expect(standing).toMatchObject({ state: 'paused', elapsedSeconds: 3_600, dueAt: null })
})

test('a clock asked about a past day knows only what was written down by then', () => {
  const lines = ['05-06 09:00 reported', '05-06 10:00 restored, 05-07 09:00']
  expect(reading(lines, { asOf: '05-06 16:00' })).toMatchObject({ state: 'running', elapsedSeconds: 7 * 3_600 })
  expect(reading(lines)).toMatchObject({ state: 'stopped', elapsedSeconds: 3_600, lateEntries: [1] })
})

test('a withdrawn ticket is neither kept nor broken', () => {
  expect(reading(['05-06 09:00 reported', '05-06 10:00 withdrawn']).verdict).toBe('withdrawn')
})

test('a deadline in a year without its notice says so', () => {
  expect(reading(['12-31 16:00 reported'], { asOf: '12-31 16:30' }).yearsMissing).toEqual([2027])
})

test.each([
  ['not-reported', ['05-06 09:00 responded']],
  ['reported-twice', ['05-06 09:00 reported', '05-06 10:00 reported']],
  ['before-report', ['05-06 09:00 reported', '05-06 08:00 responded']],
  ['entered-before-it-happened', ['05-06 09:00 reported', '05-06 10:00 restored, 05-06 09:30']],
  [
    'already-paused',
    ['05-06 09:00 reported', '05-06 10:00 paused waiting-for-part', '05-06 11:00 paused waiting-for-user'],
  ],
  ['not-paused', ['05-06 09:00 reported', '05-06 10:00 resumed']],
  ['already-restored', ['05-06 09:00 reported', '05-06 10:00 restored', '05-06 11:00 restored']],
  ['already-resolved', ['05-06 09:00 reported', '05-06 10:00 resolved', '05-06 11:00 responded']],
  ['nothing-to-reopen', ['05-06 09:00 reported', '05-06 10:00 reopened']],
  ['withdrawn-before', ['05-06 09:00 reported', '05-06 10:00 withdrawn', '05-06 11:00 responded']],
])('%s is refused with the entry that does not fit', (code, lines) => {
  const found = clock(lines)
  expect(found).toMatchObject({ ok: false, problem: { code } })
  expect(Object.keys(SEQUENCE_WORDING)).toContain(code)
})

test('the same entry handed over twice is refused', () => {
  const [report, answer] = events(['05-06 09:00 reported', '05-06 10:00 responded'])
  const hours = openHours(CALENDAR, 'office')
  if (report === undefined || answer === undefined || hours === null) throw new Error('two events')
  const found = runClock([report, answer, answer], { rule: rule({}), hours, asOf: moment('05-06 12:00') })
  expect(found).toMatchObject({ ok: false, problem: { code: 'number-twice' } })
})
