const FORMAT = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** The day of the office, to begin a field of a day with: 2026-03-02. */
export function today(): string {
  return FORMAT.format(new Date())
}
