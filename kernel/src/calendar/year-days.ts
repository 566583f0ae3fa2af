import { z } from 'zod'
import { dayNumber, dayText } from './day-number.ts'

/** A day that exists, as `YYYY-MM-DD`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine((day) => dayText(dayNumber(day)) === day, 'no day of the calendar')

export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** Every day of a holiday stands by itself, so that a reader can hold the list against the notice. */
const NamedDay = z.strictObject({ day: Day, name: Bilingual })

/**
 * What the yearly notice of the State Council says: days off, and the Saturdays and Sundays worked for them (调休).
 * Files live in `packs/<place>/calendars/<year>.json`; a district imports the same shape offline.
 */
export const YearDays = z
  .strictObject({
    place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    year: z.int().min(1970).max(2200),
    source: z.strictObject({ text: z.string().min(1), sureness: z.enum(['A', 'B', 'C', 'D']) }),
    holidays: z.array(NamedDay).max(366),
    workdays: z.array(NamedDay).max(366),
  })
  .refine(
    ({ year, holidays, workdays }) => [...holidays, ...workdays].every(({ day }) => day.startsWith(`${year}-`)),
    'a day of another year',
  )
  .refine(({ holidays, workdays }) => isDistinct([...holidays, ...workdays]), 'a day stands twice')

export type YearDays = z.infer<typeof YearDays>

function isDistinct(days: readonly { readonly day: string }[]): boolean {
  return new Set(days.map(({ day }) => day)).size === days.length
}
