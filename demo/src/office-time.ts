const OFFICE_TIME_ZONE = 'Asia/Shanghai'

/** `officeTime('2024-01-15', '09:20')`, on the clock of the district. */
export function officeTime(day: string, time: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(time)
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime }).toInstant()
}
