import type { OpenHours } from '../calendar/open-hours.ts'
import { ok, type Result } from '../result.ts'
import type { ClockEvent } from './clock-event.ts'
import type { ClockKind, ClockRule } from './clock-rule.ts'
import { type Course, courseOf } from './course.ts'
import { orderEvents, type SequenceProblem, type TimedEvent } from './order-events.ts'
import { instantOf, secondOf } from './second.ts'
import { isCounted, type Segment, type SegmentReason, segmentsOf } from './segment.ts'

/** What a clock shows, with everything it was computed from named; kept as it is when the clock stops. */
export type ClockReading = {
  readonly kind: ClockKind
  readonly ruleVersion: number
  readonly calendarVersion: number
  readonly window: string
  readonly timeZone: string
  readonly startedAt: string
  readonly state: Course['end']
  readonly stoppedAt: string | null
  /** `open` while it may still be kept. */
  readonly verdict: 'open' | 'kept' | 'broken' | 'withdrawn'
  readonly elapsedSeconds: number
  /** Null while it stands still, and when the hours never suffice. */
  readonly dueAt: string | null
  /** Null when the share was not reached and the clock no longer runs. */
  readonly reminders: readonly { readonly percent: number; readonly at: string | null }[]
  /** Numbers of events written down late (补录). */
  readonly lateEntries: readonly number[]
  /** Years it passes through whose holidays are not in the calendar. */
  readonly yearsMissing: readonly number[]
  readonly segments: readonly ClockSegment[]
}

export type ClockSegment = {
  readonly from: string
  readonly to: string
  /** What of it counts. */
  readonly seconds: number
  readonly reason: SegmentReason
}

/**
 * One clock of a ticket as it stood at `asOf`: a function of the events known then, the hours of the calendar and the
 * rule, and of nothing else, so that computing it again agrees. Fails on events no ticket can have lived.
 */
export function runClock(
  events: readonly ClockEvent[],
  { rule, hours, asOf }: { rule: ClockRule; hours: OpenHours; asOf: string },
): Result<ClockReading, SequenceProblem> {
  const now = secondOf(asOf)
  const ordered = orderEvents(events.filter(({ enteredAt }) => secondOf(enteredAt) <= now))
  if (!ordered.ok) return ordered
  const started = ordered.value[0]?.second ?? now
  const course = courseOf(ordered.value, rule, now)
  const segments = segmentsOf(course.stretches, hours)
  const elapsed = segments.reduce((sum, segment) => sum + counted(segment), 0)
  const due = momentOf(rule.limitSeconds, { segments, elapsed, course, hours })
  return ok({
    kind: rule.kind,
    ruleVersion: rule.version,
    calendarVersion: hours.calendar.version,
    window: hours.window.key,
    timeZone: hours.calendar.timeZone,
    startedAt: instantOf(started),
    state: course.end,
    stoppedAt: course.end === 'stopped' || course.end === 'withdrawn' ? instantOf(course.until) : null,
    verdict: verdictOf(course, elapsed, rule),
    elapsedSeconds: elapsed,
    dueAt: due === null ? null : instantOf(due),
    reminders: rule.remindAt.map((percent) => remind(percent, rule, { segments, elapsed, course, hours })),
    lateEntries: lateEntries(ordered.value, rule),
    yearsMissing: yearsMissing(hours, started, Math.max(course.until, due ?? 0)),
    segments: segments.map((segment) => ({
      from: instantOf(segment.from),
      to: instantOf(segment.to),
      seconds: counted(segment),
      reason: segment.reason,
    })),
  })
}

type Progress = {
  readonly segments: readonly Segment[]
  readonly elapsed: number
  readonly course: Course
  readonly hours: OpenHours
}

/** When so many seconds were or will have been counted; for a stopped clock, when they would have been. */
function momentOf(seconds: number, { segments, elapsed, course, hours }: Progress): number | null {
  if (elapsed < seconds) return stands(course) ? null : hours.add(course.until, seconds - elapsed)
  let left = seconds
  for (const segment of segments) {
    if (counted(segment) >= left && isCounted(segment.reason)) return segment.from + left
    left -= counted(segment)
  }
  return null
}

function remind(percent: number, { limitSeconds }: ClockRule, progress: Progress): ClockReading['reminders'][number] {
  const seconds = Math.ceil((limitSeconds * percent) / 100)
  const isOver = progress.course.end === 'stopped' && progress.elapsed < seconds
  const at = isOver ? null : momentOf(seconds, progress)
  return { percent, at: at === null ? null : instantOf(at) }
}

function stands({ end }: Course): boolean {
  return end === 'paused' || end === 'withdrawn'
}

function verdictOf({ end }: Course, elapsed: number, { limitSeconds, bound }: ClockRule): ClockReading['verdict'] {
  if (end === 'withdrawn') return 'withdrawn'
  const isKept = bound === 'at-most' ? elapsed <= limitSeconds : elapsed < limitSeconds
  if (!isKept) return 'broken'
  return end === 'stopped' ? 'kept' : 'open'
}

function lateEntries(events: readonly TimedEvent[], { lateAfterSeconds }: ClockRule): number[] {
  return events
    .filter(({ second, enteredSecond }) => enteredSecond - second > lateAfterSeconds)
    .map(({ event }) => event.number)
}

function yearsMissing({ window, days, dayAt }: OpenHours, from: number, to: number): number[] {
  if (window.days === 'every-day') return []
  const first = dayAt(from).year
  const years = Array.from({ length: dayAt(to).year - first + 1 }, (_, index) => first + index)
  return years.filter((year) => !days.knowsYear(year))
}

function counted({ from, to, reason }: Segment): number {
  return isCounted(reason) ? to - from : 0
}
