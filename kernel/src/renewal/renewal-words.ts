import { z } from 'zod'

const words = z.array(z.string().min(1)).min(1)

/** The words by which a declaration is carried into the next year: `packs/<place>/words/renewal.json`. */
export const RenewalWords = z.strictObject({
  /** Fields that say when the form was filled in: today, not last year's day plus one. */
  filledOn: words,
  /** A text that speaks of these counts the years of a contract: 合同期三年，本年度为第二年. */
  contract: words,
  /** Money columns of this year that become last year's: `thisYear.fiscal` → `lastYear.fiscal`. */
  moneyMoves: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** Amounts nobody can know before the year has ended. */
  moneyCleared: z.array(z.string()),
})

export type RenewalWords = z.infer<typeof RenewalWords>
