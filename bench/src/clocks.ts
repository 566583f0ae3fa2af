import { type OpenHours, openHours } from '@shiji/kernel/calendar/open-hours'
import { type WorkCalendar, withOwnHours } from '@shiji/kernel/calendar/work-calendar'
import type { ClockEvent } from '@shiji/kernel/clock/clock-event'
import { ClockRule } from '@shiji/kernel/clock/clock-rule'
import { type ClockReading, runClock } from '@shiji/kernel/clock/run-clock'
import { loadCalendars, loadUsualHours } from '@shiji/packs/load-packs'
import { type Figure, figure, medianMs } from './measure.ts'

const CLOCKS = 100_000
const AS_OF = '2026-12-31T16:00:00Z'
const MINUTE_MS = 60_000

/** A year of clocks computed again after a day was added to the calendar: every one with its explanation. */
export async function measure(): Promise<Figure[]> {
  const tickets = Array.from({ length: CLOCKS }, (_, index) => ticket(index))
  const before = recompute(tickets, calendar())
  const changed = withOwnHours(calendar(), {
    overrides: [{ first: '2026-06-22', last: '2026-06-22', open: 'closed', name: { zh: '停电', en: 'power cut' } }],
    terms: [],
    windows: [],
  })
  const after = recompute(tickets, changed)
  if (after.every(({ elapsedSeconds }, index) => elapsedSeconds === before[index]?.elapsedSeconds))
    throw new Error('the closed day changed no clock')

  const ms = await medianMs(() => recompute(tickets, changed), { warmUp: 1, rounds: 3 })
  const segments = after.reduce((sum, reading) => sum + reading.segments.length, 0)
  return [
    figure('100 000 clocks recomputed', { value: ms / 1_000, unit: 's' }, { atMost: 60 }),
    figure('one clock', { value: ms / CLOCKS, unit: 'ms' }, { atMost: 0.3 }),
    figure('segments of a clock', { value: segments / CLOCKS, unit: '' }, { atLeast: 1 }),
  ]
}

type Ticket = { readonly events: readonly ClockEvent[]; readonly rule: ClockRule }

const RULE = {
  version: 1,
  bound: 'at-most',
  pausedBy: ['waiting-for-part', 'approved-change'],
  reopened: 'count-through',
  remindAt: [50, 80, 100],
  lateAfterSeconds: 300,
} as const
const RESPONSE = ClockRule.parse({ ...RULE, kind: 'response', window: 'always', limitSeconds: 600 })
const RULES = [
  RESPONSE,
  ClockRule.parse({ ...RULE, kind: 'arrival', window: 'office', limitSeconds: 2 * 3_600 }),
  ClockRule.parse({ ...RULE, kind: 'recovery', window: 'office', limitSeconds: 8 * 3_600 }),
  ClockRule.parse({ ...RULE, kind: 'resolution', window: 'office', limitSeconds: 40 * 3_600 }),
]

function calendar(): WorkCalendar {
  return { ...loadUsualHours(), version: 1, years: loadCalendars(), overrides: [], terms: [] }
}

function recompute(tickets: readonly Ticket[], given: WorkCalendar): ClockReading[] {
  const hours = new Map(given.windows.map(({ key }) => [key, hoursOf(given, key)]))
  return tickets.map(({ events, rule }) => {
    const reading = runClock(events, {
      rule,
      hours: hours.get(rule.window) ?? hoursOf(given, rule.window),
      asOf: AS_OF,
    })
    if (!reading.ok) throw new Error(reading.problem.code)
    return reading.value
  })
}

function hoursOf(given: WorkCalendar, key: string): OpenHours {
  const found = openHours(given, key)
  if (found === null) throw new Error(`the calendar has no window ${key}`)
  return found
}

/** Spread over the year; every third waits for a part, every tenth is reopened, lives last hours to two weeks. */
function ticket(index: number): Ticket {
  const start =
    Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds + ((index * 7_919) % 500_000) * MINUTE_MS
  const length = 60 + ((index * 104_729) % 20_000)
  const events: ClockEvent[] = []
  const add = (kind: Exclude<ClockEvent['kind'], 'paused'>, share: number) => {
    events.push({ kind, ...facts(events.length, start + Math.floor(share * length) * MINUTE_MS) })
  }
  add('reported', 0)
  add('responded', 0.05)
  add('arrived', 0.2)
  if (index % 3 === 0) {
    const at = start + Math.floor(0.3 * length) * MINUTE_MS
    events.push({ kind: 'paused', reason: 'waiting-for-part', ...facts(events.length, at) })
    add('resumed', 0.5)
  }
  add('restored', 0.6)
  if (index % 10 === 0) {
    add('reopened', 0.7)
    add('restored', 0.8)
  }
  add('resolved', 1)
  return { events, rule: RULES[index % RULES.length] ?? RESPONSE }
}

function facts(number: number, ms: number) {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toString()
  return { number, at, enteredAt: at }
}
