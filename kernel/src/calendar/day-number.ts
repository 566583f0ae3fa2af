const DAY_MS = 86_400_000

/** Days since 1970-01-01; the argument is `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return dayNumberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** A month beyond 12 is one of the next year. */
export function dayNumberOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS
}

/** `YYYY-MM-DD`. */
export function dayText(number: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString()
}

/** Monday is 0, Sunday is 6. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}
