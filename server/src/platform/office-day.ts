/** The day and month of public bodies in China; no place of the packs lies in another zone. */
export const OFFICE_TIME_ZONE = 'Asia/Shanghai'

export function officeDay(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate()
}
