/** A day as its three numbers; kernel rules compare days and never ask for the time. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number }

const WRITTEN_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const DAYS_BEFORE_LEAP = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `2021-01-01`, `2021.1.1`, `2021年 1 月 1 日`; null when the text is no day of the calendar. */
export function readDay(text: string): CalendarDay | null {
  const [, year, month, day] = WRITTEN_DAY.exec(text.replace(/\s/g, '')) ?? []
  if (year === undefined) return null
  const read = { year: Number(year), month: Number(month), day: Number(day) }
  return read.day >= 1 && read.day <= daysOfMonth(read.year, read.month) ? read : null
}

/** Negative, zero or positive, as sorting functions want it. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}

/** Days from the first to the last, both counted; zero or less when the last lies before the first. */
export function daysIncluding(first: CalendarDay, last: CalendarDay): number {
  return dayNumber(last) - dayNumber(first) + 1
}

/** 2020 has 8,784 hours (A000-6). */
export function hoursOfYear(year: number): number {
  return (isLeap(year) ? 366 : 365) * 24
}

export function writeDay({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days since a fixed day; years are counted from March so that the leap day comes last. */
function dayNumber({ year, month, day }: CalendarDay): number {
  const y = month > 2 ? year : year - 1
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return y * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day
}

function daysOfMonth(year: number, month: number): number {
  return (DAYS_BEFORE_LEAP[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
