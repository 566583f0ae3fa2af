import { CALENDAR_WORDING, missingYears } from '@shiji/kernel/calendar/missing-years'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { say } from '@shiji/kernel/wording'
import type { Context } from '#platform/context'

/** What the calendar lacks today, in the language of the reader. */
export function warnOfYears(calendar: WorkCalendar, { now, language }: Pick<Context, 'now' | 'language'>) {
  const today = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString()
  return missingYears(calendar, today).map(({ code, parameters }) => ({
    code,
    message: say(CALENDAR_WORDING[code], language, parameters),
  }))
}
