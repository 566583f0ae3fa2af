import type { Wording, WordingParameters } from '../wording.ts'
import type { WorkCalendar } from './work-calendar.ts'

export type CalendarWarning = {
  readonly code: 'year-missing' | 'next-year-missing'
  readonly parameters: WordingParameters
}

export const CALENDAR_WORDING: Readonly<Record<CalendarWarning['code'], Wording>> = {
  'year-missing': {
    zh: '没有 {year} 年的放假调休安排，期限只按周一至周五推算，遇节假日和调休会算错。请导入 {year} 年日历。',
    en: 'The holidays of {year} are missing; deadlines follow Monday to Friday alone and are wrong around holidays and make-up days. Import the calendar of {year}.',
  },
  'next-year-missing': {
    zh: '还没有 {year} 年的放假调休安排，跨年的期限只按周一至周五推算。国务院办公厅通知发布后，请导入 {year} 年日历。',
    en: 'The holidays of {year} are not there yet; deadlines beyond the new year follow Monday to Friday alone. Import the calendar of {year} once the State Council has published its notice.',
  },
}

/** The year of the day, which is `YYYY-MM-DD`, must be there, and from autumn on the next one too. */
export function missingYears({ years }: Pick<WorkCalendar, 'years'>, today: string): CalendarWarning[] {
  const year = Number(today.slice(0, 4))
  const known = new Set(years.map((one) => one.year))
  const isAutumn = today.slice(5) >= NOTICE_EXPECTED
  return [
    ...(known.has(year) ? [] : [{ code: 'year-missing', parameters: { year } } as const]),
    ...(known.has(year + 1) || !isAutumn
      ? []
      : [{ code: 'next-year-missing', parameters: { year: year + 1 } } as const]),
  ]
}

/** The notices for 2024, 2025 and 2026 came out on 25 October, 12 November and 4 November. */
const NOTICE_EXPECTED = '10-25'
