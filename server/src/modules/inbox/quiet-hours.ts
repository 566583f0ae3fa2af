import { OFFICE_TIME_ZONE } from '#platform/office-day'

type QuietHours = { readonly quietFrom: string; readonly quietUntil: string }

/** The first moment at which a person may be disturbed: now, or the end of the quiet hours it falls in. */
export function quietEnd(now: Temporal.Instant, { quietFrom, quietUntil }: QuietHours): Temporal.Instant {
  if (quietFrom === quietUntil) return now
  const local = now.toZonedDateTimeISO(OFFICE_TIME_ZONE)
  const [from, until] = [Temporal.PlainTime.from(quietFrom), Temporal.PlainTime.from(quietUntil)]
  const at = local.toPlainTime()
  const begun = Temporal.PlainTime.compare(at, from) >= 0
  const isBeforeEnd = Temporal.PlainTime.compare(at, until) < 0
  const isOvernight = Temporal.PlainTime.compare(from, until) > 0
  const isQuiet = isOvernight ? begun || isBeforeEnd : begun && isBeforeEnd
  if (!isQuiet) return now
  const day = isBeforeEnd ? local : local.add({ days: 1 })
  return day.withPlainTime(until).toInstant()
}
