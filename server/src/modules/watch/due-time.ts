import { openHours } from '@shiji/kernel/calendar/open-hours'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { type Span, unite } from '@shiji/kernel/watch/spans'
import { calendarOf } from '#modules/calendar'
import { approvedWindows, DESK_RULES } from '#modules/desk'
import type { Reader } from '#platform/database/transaction'
import { instantOf, secondOf } from './save-samples.ts'

/** A window of an approved change that takes time out of both sides. */
export type PlannedWindow = Span & { readonly changeId: string; readonly number: string; readonly announcement: string }

/** What decides which seconds of a probe count. */
export type DueTime = {
  readonly planned: readonly PlannedWindow[]
  readonly peaks: readonly Span[]
  readonly calendarVersion: number
}

type Placed = { readonly unitId: string; readonly deskService: string }

/** By unit and service of the desk, so that many probes of one office ask once. */
export async function dueTimesOf(
  reader: Reader,
  probes: readonly Placed[],
  span: Span,
): Promise<(probe: Placed) => DueTime> {
  const found = new Map<string, DueTime>()
  for (const probe of probes) {
    if (!found.has(keyOf(probe))) found.set(keyOf(probe), await dueTimeOf(reader, probe, span))
  }
  return (probe) => found.get(keyOf(probe)) ?? { planned: [], peaks: [], calendarVersion: 0 }
}

function keyOf({ unitId, deskService }: Placed): string {
  return `${unitId} ${deskService}`
}

async function dueTimeOf(reader: Reader, { unitId, deskService }: Placed, { from, to }: Span): Promise<DueTime> {
  const span = { from: instantOf(from), until: instantOf(to) }
  const windows = await approvedWindows(reader, { unitId, services: [deskService], ...span })
  const calendar = await calendarOf(reader, { unitId, at: span.until })
  const planned = windows.map((window) => ({
    ...{ changeId: window.changeId, number: window.number, announcement: window.announcement },
    ...{ from: secondOf(window.from), to: secondOf(window.until) },
  }))
  return { planned, peaks: peaksOf(calendar, deskService, { from, to }), calendarVersion: calendar.version }
}

/** The peak windows the calendar of the unit names; where it names none, the hours the desk calls the peak of the service. */
function peaksOf(calendar: WorkCalendar, deskService: string, { from, to }: Span): Span[] {
  const named = calendar.windows.filter(({ purpose }) => purpose === 'peak').map(({ key }) => key)
  const usual = DESK_RULES.services.find(({ key }) => key === deskService)?.peak ?? null
  const keys = named.length > 0 || usual === null ? named : [usual]
  return unite(keys.flatMap((key) => openHours(calendar, key)?.spansBetween(from, to) ?? []))
}
