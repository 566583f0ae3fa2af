import { addWorkingDays, dayTable } from '@shiji/kernel/calendar/day-table'
import { openHours } from '@shiji/kernel/calendar/open-hours'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { instantOf, secondOf } from '@shiji/kernel/clock/second'
import type { Deadline } from '@shiji/kernel/flow/flow-definition'

const OFFICE_HOURS = 'office'

/**
 * When a deadline set now falls due by the calendar of the unit, 调休 and holidays included. Hours count while the
 * office is open. Of days the first is not counted and the last ends when the office closes (民法典 201, 203).
 */
export function dueAfter(
  calendar: WorkCalendar,
  { amount, unit }: Pick<Deadline, 'amount' | 'unit'>,
  now: Temporal.Instant,
): string {
  const hours = openHours(calendar, OFFICE_HOURS)
  if (hours === null) throw new Error(`the calendar has no window ${OFFICE_HOURS}`)
  if (unit === 'working-hours') {
    const due = hours.add(secondOf(now.toString({ smallestUnit: 'second' })), amount * 3600)
    return due === null ? never() : instantOf(due)
  }
  const today = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate()
  const last = addWorkingDays(dayTable(calendar), today.toString(), amount)
  if (last === null) return never()
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(calendar.timeZone).epochMilliseconds / 1000
  const day = Temporal.PlainDate.from(last)
  const end = midnight(day.add({ days: 1 }))
  return instantOf(hours.spansBetween(midnight(day), end).at(-1)?.to ?? end)
}

function never(): never {
  throw new Error('the office of this calendar never opens again')
}
