import fc from 'fast-check'
import { dayNumber, dayText } from '../calendar/day-number.ts'
import { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ClockEvent } from './clock-event.ts'
import { ClockRule } from './clock-rule.ts'

/** Random calendars, rules and ticket lives; every moment falls on a whole minute. */

const ZONES = ['Asia/Shanghai', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC']
/** Clocks are turned in these weeks, or the year turns, or 调休 is thick. */
const STARTS = ['2024-02-05', '2024-03-08', '2024-03-28', '2024-10-02', '2024-10-24', '2024-12-27', '2025-04-02']
const NAME = { zh: '某节', en: 'some day' }
const PAUSES = ['waiting-for-user', 'waiting-for-part', 'waiting-for-access', 'approved-change'] as const
const MINUTE_MS = 60_000

const spans = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1_440 }), fc.constantFrom(0, 60, 120, 180, 1_440)), {
    minLength: 2,
    maxLength: 6,
  })
  .map((moments) => {
    const sorted = moments.toSorted((a, b) => a - b)
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1]
      return index % 2 === 1 || to === undefined ? [] : [{ from: clockText(from), to: clockText(to) }]
    })
  })
const sometimes = fc.oneof({ weight: 3, arbitrary: spans }, { weight: 1, arbitrary: fc.constant([]) })

function dayNear(start: string): fc.Arbitrary<string> {
  return fc.integer({ min: -3, max: 24 }).map((ahead) => dayText(dayNumber(start) + ahead))
}

function rangeNear(start: string): fc.Arbitrary<{ first: string; last: string }> {
  return fc
    .tuple(dayNear(start), fc.integer({ min: 0, max: 6 }))
    .map(([first, length]) => ({ first, last: dayText(dayNumber(first) + length) }))
}

function calendarNear(start: string): fc.Arbitrary<WorkCalendar> {
  const special = fc.uniqueArray(dayNear(start), { maxLength: 14 })
  const override = fc
    .tuple(rangeNear(start), fc.oneof(fc.constantFrom('closed' as const, 'usual' as const), spans))
    .map(([range, open]) => ({ ...range, open, name: NAME }))
  return fc
    .record({
      zone: fc.constantFrom(...ZONES),
      workWeek: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      special,
      cut: fc.nat(14),
      overrides: fc.array(override, { maxLength: 3 }),
      terms: fc.array(rangeNear(start), { maxLength: 3 }),
      days: fc.constantFrom('every-day', 'working-days', 'working-days', 'term-days'),
      week: fc.tuple(sometimes, sometimes, sometimes, sometimes, sometimes, sometimes, sometimes),
      madeUp: sometimes,
    })
    .map(({ zone, workWeek, special: days, cut, overrides, terms, ...hours }) => {
      const named = days.map((day) => ({ day, name: NAME }))
      const inYear = (year: number) => (one: { day: string }) => one.day.startsWith(String(year))
      return WorkCalendar.parse({
        version: 7,
        timeZone: zone,
        workWeek,
        years: [2024, 2025].map((year) => ({
          place: 'cn',
          year,
          source: { text: '某通知', sureness: 'D' },
          holidays: named.slice(0, cut).filter(inYear(year)),
          workdays: named.slice(cut).filter(inYear(year)),
        })),
        overrides,
        terms: terms.map((term) => ({ ...term, name: NAME })),
        windows: [{ key: 'some', name: NAME, purpose: 'service', ...hours }],
      })
    })
}

const rule = fc
  .record({
    kind: fc.constantFrom('response', 'arrival', 'recovery', 'resolution'),
    version: fc.constant(3),
    limit: fc.integer({ min: 1, max: 4_000 }),
    bound: fc.constantFrom('at-most', 'less-than'),
    window: fc.constant('some'),
    pausedBy: fc.subarray([...PAUSES]),
    reopened: fc.constantFrom('count-through', 'go-on'),
    remindAt: fc.constant([50, 80, 100]),
    lateAfterSeconds: fc.constant(300),
  })
  .map(({ limit, ...rest }) => ClockRule.parse({ ...rest, limitSeconds: limit * 60 }))

const step = fc.record({
  gap: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 2_500 })),
  kind: fc.constantFrom('responded', 'arrived', 'restored', 'resolved', 'reopened', 'paused', 'resumed', 'withdrawn'),
  reason: fc.constantFrom(...PAUSES),
  lateness: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ max: 600, min: 1 }) },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

export type RandomTicket = {
  readonly calendar: WorkCalendar
  readonly rule: ClockRule
  /** In the order they happened. */
  readonly events: readonly ClockEvent[]
  readonly asOf: string
}

export const randomTicket: fc.Arbitrary<RandomTicket> = fc.constantFrom(...STARTS).chain((start) =>
  fc
    .record({
      calendar: calendarNear(start),
      rule,
      first: fc.integer({ min: 0, max: 4_000 }),
      steps: fc.array(step, { maxLength: 9 }),
      after: fc.integer({ min: 600, max: 3_000 }),
    })
    .map(({ calendar, rule: made, first, steps, after }) => {
      const begin = dayNumber(start) * 86_400_000 + first * MINUTE_MS
      const events = live(steps, begin)
      const last = events.reduce((latest, { at }) => (at > latest ? at : latest), events[0]?.at ?? '')
      const asOf = Temporal.Instant.from(last).add({ minutes: after }).toString()
      return { calendar, rule: made, events, asOf }
    }),
)

/** Takes the steps that a ticket can live, and leaves the others out. */
function live(steps: readonly Step[], begin: number): ClockEvent[] {
  const events: ClockEvent[] = [made({ kind: 'reported' }, { number: 0, at: begin, lateness: 0 })]
  const life = { restored: false, resolved: false, paused: false }
  let at = begin
  for (const { kind, gap, lateness, reason } of steps) {
    if (!fits(kind, life)) continue
    at += gap * MINUTE_MS
    const facts = { number: events.length, at, lateness }
    events.push(kind === 'paused' ? made({ kind, reason }, facts) : made({ kind }, facts))
    if (kind === 'paused') life.paused = true
    if (kind === 'resumed' || kind === 'resolved') life.paused = false
    if (kind === 'restored' || kind === 'resolved') life.restored = true
    if (kind === 'resolved') life.resolved = true
    if (kind === 'reopened') Object.assign(life, { restored: false, resolved: false })
    if (kind === 'withdrawn') break
  }
  return events
}

function fits(kind: Step['kind'], life: { restored: boolean; resolved: boolean; paused: boolean }): boolean {
  if (kind === 'reopened') return life.restored
  if (life.resolved) return false
  if (kind === 'restored') return !life.restored
  if (kind === 'paused') return !life.paused
  return kind === 'resumed' ? life.paused : true
}

type What =
  | { kind: Exclude<ClockEvent['kind'], 'paused'> }
  | Pick<Extract<ClockEvent, { kind: 'paused' }>, 'kind' | 'reason'>

function made(what: What, { number, at, lateness }: { number: number; at: number; lateness: number }): ClockEvent {
  const enteredAt = instantText(at + lateness * MINUTE_MS)
  return { ...what, number, at: instantText(at), enteredAt }
}

function instantText(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
