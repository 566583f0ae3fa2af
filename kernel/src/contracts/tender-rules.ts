import { z } from 'zod'

const Day = z.iso.date()

/** The days a law gives a tender of a place: `packs/<place>/tenders/*.json`. A past one is never edited. */
export const TenderRules = z.strictObject({
  id: z.string().min(1),
  place: z.string().min(1),
  validFrom: Day,
  /** null: still in force. */
  validTo: Day.nullable(),
  source: z.string().min(1),
  /** At least so many days between issue and opening; the day of the issue does not count. */
  openAfterDays: z.number().int().min(1).max(365),
  /** At most so many days between award and contract. */
  signWithinDays: z.number().int().min(1).max(365),
})
export type TenderRules = z.infer<typeof TenderRules>

/** The rules a tender was issued under; null where the place had none on that day. */
export function tenderRulesOn(rules: readonly TenderRules[], issuedOn: string): TenderRules | null {
  const valid = rules.filter(
    ({ validFrom, validTo }) => validFrom <= issuedOn && (validTo === null || issuedOn <= validTo),
  )
  return valid.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0] ?? null
}
