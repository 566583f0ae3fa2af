import { z } from 'zod'

/** A day that exists, as `YYYY-MM-DD`, in the years a calendar can be asked about. */
export const Day = z.iso.date().regex(/^(19[7-9]|20\d|21\d)\d-/, 'from 1970 to 2199')

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
    year: z.int().min(1970).max(2199),
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
