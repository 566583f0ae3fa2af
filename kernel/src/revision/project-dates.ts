import type { FormContent } from '../form/form-content.ts'
import { type CalendarDay, readDay } from '../lint/calendar-day.ts'

/** What the sheets of the places call the first and the last day of a project. */
const STARTS = ['起始日期', '计划开始日期']
const ENDS = ['结束日期', '计划完成日期']

/** The project's own days as declared; null where the form leaves them blank or unreadable. */
export function projectDates({ fields }: Pick<FormContent, 'fields'>): {
  readonly start: CalendarDay | null
  readonly end: CalendarDay | null
} {
  return { start: firstDay(fields, STARTS), end: firstDay(fields, ENDS) }
}

function firstDay(fields: FormContent['fields'], keys: readonly string[]): CalendarDay | null {
  for (const key of keys) {
    const day = readDay(fields[key] ?? '')
    if (day !== null) return day
  }
  return null
}
