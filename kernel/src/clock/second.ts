import { remember } from '../remember.ts'

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?Z$/

const DAY = 86_400

/** Whole seconds since 1970; what is less than a second is left out. */
export function secondOf(instant: string): number {
  const [, day, hours, minutes, seconds] = INSTANT.exec(instant) ?? []
  if (day === undefined) return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1_000)
  return startOf(day) + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
}

export function instantOf(second: number): string {
  const day = Math.floor(second / DAY)
  const rest = second - day * DAY
  return `${dayOf(day)}T${TWO[Math.floor(rest / 3_600)]}:${TWO[Math.floor(rest / 60) % 60]}:${TWO[rest % 60]}Z`
}

const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** A ticket lives a few days and clocks say each of them many times: more than the days of a century are not kept. */
const MOST_DAYS = 36_525

const startOf = remember(
  MOST_DAYS,
  (day: string) => Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds / 1_000,
)

const dayOf = remember(MOST_DAYS, (day: number) =>
  Temporal.Instant.fromEpochMilliseconds(day * DAY * 1_000)
    .toString()
    .slice(0, -'T00:00:00Z'.length),
)
