import type { OpenHours } from '../calendar/open-hours.ts'
import type { YearDays } from '../calendar/year-days.ts'
import type { Standing, Stretch } from './course.ts'

type Name = YearDays['holidays'][number]['name']

/** Why a stretch of time is counted or not. */
export type SegmentReason =
  | Standing
  | { readonly code: 'after-hours' | 'rest-day' | 'out-of-term' }
  | { readonly code: 'holiday'; readonly name: Name }

/** Part of the life of a clock; moments are whole seconds since 1970. */
export type Segment = { readonly from: number; readonly to: number; readonly reason: SegmentReason }

/** True when the clock runs through it. */
export function isCounted({ code }: SegmentReason): boolean {
  return code === 'counted' || code === 'repair-did-not-hold' || code === 'pause-not-agreed'
}

/** The course of a clock laid over the hours it runs in: what touches and has one reason is one segment. */
export function segmentsOf(stretches: readonly Stretch[], hours: OpenHours): Segment[] {
  const segments: Segment[] = []
  for (const segment of stretches.flatMap((stretch) => split(stretch, hours))) {
    const last = segments.at(-1)
    if (last === undefined || !isSameReason(last.reason, segment.reason)) segments.push(segment)
    else segments[segments.length - 1] = { ...last, to: segment.to }
  }
  return segments
}

function split({ from, to, standing }: Stretch, hours: OpenHours): Segment[] {
  if (!isCounted(standing)) return [{ from, to, reason: standing }]
  const segments: Segment[] = []
  let since = from
  for (const open of hours.spansBetween(from, to)) {
    if (open.from > since) segments.push({ from: since, to: open.from, reason: whyClosed(since, open.from, hours) })
    segments.push({ from: open.from, to: open.to, reason: standing })
    since = open.to
  }
  if (since < to) segments.push({ from: since, to, reason: whyClosed(since, to, hours) })
  return segments
}

/** A holiday explains more than a weekend, and a weekend more than a night. */
function whyClosed(from: number, to: number, { days, window, dayAt }: OpenHours): SegmentReason {
  if (window.days === 'every-day') return { code: 'after-hours' }
  let reason: SegmentReason = { code: 'after-hours' }
  const last = dayAt(to - 1).day
  for (let day = dayAt(from).day; day <= last; day += 1) {
    const what = days.kindOf(day)
    if (what.kind === 'holiday') return { code: 'holiday', name: what.name }
    if (window.days === 'term-days' && !days.isTerm(day)) reason = { code: 'out-of-term' }
    else if (what.kind === 'rest' && reason.code === 'after-hours') reason = { code: 'rest-day' }
  }
  return reason
}

function isSameReason(one: SegmentReason, other: SegmentReason): boolean {
  if (one.code !== other.code) return false
  if ('pause' in one && 'pause' in other) return one.pause === other.pause
  if ('name' in one && 'name' in other) return one.name.zh === other.name.zh
  return true
}
