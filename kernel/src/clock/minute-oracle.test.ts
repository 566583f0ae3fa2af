import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHours } from '../calendar/open-hours.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ClockEvent } from './clock-event.ts'
import type { ClockRule } from './clock-rule.ts'
import { runClock } from './run-clock.ts'
import { type RandomTicket, randomTicket } from './ticket-arbitrary.ts'

/** Walks every minute of a ticket and asks the calendar anew; shares no code with what it judges. */

const RUNS = 200
/** Minutes walked beyond the last event for a deadline still to come. */
const HORIZON = 12_000

test('every clock agrees with a count of all its minutes', () => {
  fc.assert(
    fc.property(randomTicket, (ticket) => {
      expect(computed(ticket)).toEqual(countMinutes(ticket))
    }),
    { numRuns: RUNS },
  )
})

test('the order in which events are handed over changes nothing', () => {
  const shuffled = randomTicket.chain((ticket) =>
    fc.shuffledSubarray([...ticket.events], { minLength: ticket.events.length }).map((events) => ({ ticket, events })),
  )
  fc.assert(
    fc.property(shuffled, ({ ticket, events }) => {
      expect(clockOf({ ...ticket, events })).toEqual(clockOf(ticket))
    }),
    { numRuns: 60 },
  )
})

test('an event written down late gives the same time as one written at once, and is marked', () => {
  fc.assert(
    fc.property(randomTicket, (ticket) => {
      const atOnce = ticket.events.map((event) => ({ ...event, enteredAt: event.at }))
      const late = clockOf(ticket)
      const onTime = clockOf({ ...ticket, events: atOnce })
      expect(onTime).toEqual({ ...late, lateEntries: [] })
    }),
    { numRuns: 60 },
  )
})

test('the segments of a clock leave no gap, and what they count is what it shows', () => {
  fc.assert(
    fc.property(randomTicket, (ticket) => {
      const { segments, startedAt, stoppedAt, elapsedSeconds } = clockOf(ticket)
      const ends = segments.map(({ to }) => to)
      const end = stoppedAt ?? ticket.asOf
      if (startedAt !== end) expect([segments[0]?.from, ends.at(-1)]).toEqual([startedAt, end])
      expect(segments.slice(1).map(({ from }) => from)).toEqual(ends.slice(0, -1))
      expect(segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(elapsedSeconds)
    }),
    { numRuns: 60 },
  )
})

function clockOf({ calendar, events, rule, asOf }: RandomTicket) {
  const hours = openHours(calendar, rule.window)
  if (hours === null) throw new Error('the calendar has no such window')
  const clock = runClock(events, { rule, hours, asOf })
  if (!clock.ok) throw new Error(clock.problem.code)
  return clock.value
}

type Judged = {
  readonly state: string
  readonly verdict: string
  readonly elapsed: number
  /** In minutes since 1970; `later` beyond what the oracle walks. */
  readonly due: number | null | 'later'
}

function computed(ticket: RandomTicket): Judged {
  const { elapsedSeconds, verdict, dueAt, state } = clockOf(ticket)
  const isStanding = state === 'paused' || state === 'withdrawn'
  const due = dueAt === null ? null : minuteOf(dueAt)
  const isFar = due === null || due > minuteOf(ticket.asOf) + HORIZON
  return { state, verdict, elapsed: elapsedSeconds / 60, due: isFar ? (isStanding ? null : 'later') : due }
}

function countMinutes({ events, rule, asOf, calendar }: RandomTicket): Judged {
  const isOpen = opener(calendar)
  const limit = rule.limitSeconds / 60
  const final = standingAt(events, rule, Number.POSITIVE_INFINITY)
  const end = final.since ?? minuteOf(asOf)
  let elapsed = 0
  let due: Judged['due'] = null
  for (let minute = minuteOf(events[0]?.at ?? ''); minute < end; minute += 1) {
    if (standingAt(events, rule, minute).state !== 'running' || !isOpen(minute)) continue
    elapsed += 1
    if (elapsed === limit) due = minute + 1
  }
  const goesOn = final.state === 'running' || final.state === 'stopped'
  if (due === null && goesOn) due = project(isOpen, { from: end, to: minuteOf(asOf) + HORIZON, left: limit - elapsed })
  const isKept = rule.bound === 'at-most' ? elapsed <= limit : elapsed < limit
  const best = final.state === 'stopped' ? 'kept' : 'open'
  const verdict = final.state === 'withdrawn' ? 'withdrawn' : isKept ? best : 'broken'
  return { state: final.state, verdict, elapsed, due }
}

function project(isOpen: (minute: number) => boolean, { from, to, left }: Record<'from' | 'to' | 'left', number>) {
  let open = 0
  for (let minute = from; minute < to; minute += 1) {
    if (isOpen(minute)) open += 1
    if (open === left) return minute + 1
  }
  return 'later' as const
}

type Standing = { readonly state: 'running' | 'paused' | 'stopped' | 'withdrawn'; readonly since: number | null }

/** Lives through the events up to a minute. `since` is the minute the clock stopped. */
function standingAt(events: readonly ClockEvent[], rule: ClockRule, minute: number): Standing {
  const stop = { response: 'responded', arrival: 'arrived', recovery: 'restored', resolution: 'resolved' }[rule.kind]
  const isOnce = rule.kind === 'response' || rule.kind === 'arrival'
  let since: number | null = null
  let pause: string | null = null
  for (const event of events) {
    const at = minuteOf(event.at)
    if (since !== null && isOnce) break
    if (at > minute) {
      const holds = event.kind !== 'reopened' || rule.reopened === 'go-on'
      if (since === null || holds) continue
      since = null
      break
    }
    if (event.kind === 'withdrawn' && since === null) return { state: 'withdrawn', since: at }
    if (event.kind === stop || event.kind === 'resolved') since ??= at
    if (event.kind === 'reopened') since = null
    if (event.kind === 'paused') pause = event.reason
    if (event.kind === 'resumed' || event.kind === 'resolved') pause = null
  }
  if (since !== null) return { state: 'stopped', since }
  const isHeld = rule.pausedBy.some((reason) => reason === pause)
  return { state: isHeld ? 'paused' : 'running', since: null }
}

/** Asks the text of the calendar about every single minute. */
function opener(calendar: WorkCalendar): (minute: number) => boolean {
  const offsets = new Map<number, number>()
  const offsetAt = (minute: number) => {
    const quarter = Math.floor(minute / 15)
    const known = offsets.get(quarter) ?? offsetMinutes(quarter * 15, calendar.timeZone)
    offsets.set(quarter, known)
    return known
  }
  const days = new Map<number, Span[]>()
  return (minute) => {
    const local = minute + offsetAt(minute)
    const day = Math.floor(local / 1_440)
    const spans = days.get(day) ?? spansOn(Temporal.PlainDate.from('1970-01-01').add({ days: day }), calendar)
    days.set(day, spans)
    const time = local - day * 1_440
    return spans.some(({ from, to }) => minutesOf(from) <= time && time < minutesOf(to))
  }
}

type Span = { readonly from: string; readonly to: string }

function spansOn(date: Temporal.PlainDate, { windows, years, overrides, terms, workWeek }: WorkCalendar): Span[] {
  const [window] = windows
  if (window === undefined) throw new Error('the calendar has no window')
  const day = date.toString()
  const usual = window.week[date.dayOfWeek - 1] ?? []
  if (window.days === 'every-day') return usual
  const holds = ({ first, last }: { first: string; last: string }) => first <= day && day <= last
  if (window.days === 'term-days' && !terms.some(holds)) return []
  const isWeekday = workWeek.includes(date.dayOfWeek - 1)
  const own = overrides.findLast(holds)
  if (own !== undefined && typeof own.open !== 'string') return own.open
  if (own !== undefined) return own.open === 'closed' ? [] : isWeekday ? usual : window.madeUp
  if (years.some(({ workdays }) => workdays.some((one) => one.day === day))) return window.madeUp
  if (years.some(({ holidays }) => holidays.some((one) => one.day === day))) return []
  return isWeekday ? usual : []
}

function offsetMinutes(minute: number, timeZone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(timeZone)
  return at.offsetNanoseconds / 60e9
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function minuteOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 60_000
}
