/** The day and month of public bodies in China; no place of the packs lies in another zone. */
export const OFFICE_TIME_ZONE = 'Asia/Shanghai'

export function officeDay(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate()
}

/** `2026-03-07 22:00`, by the clock of the office. */
export function officeMoment(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(OFFICE_TIME_ZONE)
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
