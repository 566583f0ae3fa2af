import { z } from 'zod'

const word = z.string().min(1).max(20)

/**
 * The words by which indicator names are compared: `packs/<place>/words/indicator-names.json`. Which words mean the
 * same, say nothing, or tell two promises apart is a matter of the language, so it is data.
 */
export const NameWords = z.strictObject({
  /** Written the one way or the other, it is the same; the first is the canonical one. */
  synonyms: z.array(z.array(word).min(2)),
  /** Say nothing about what is promised. */
  fillers: z.array(word),
  /** What a bracket may hold without saying anything: units. */
  bracketUnits: z.array(word),
  /** Two names with other words of one facet are other promises, however alike they look. */
  facets: z.array(
    z.strictObject({
      name: z.strictObject({ zh: z.string(), en: z.string() }),
      words: z.array(word).min(1),
      /** Whether a name without any word of the facet may still mean the same as one with it: 例会 and 月度例会. */
      mayBeMissing: z.boolean(),
      /** Where it stands in the name does not matter: 及时解决率 and 解决及时率. */
      anywhere: z.boolean().default(false),
      /** Counted only at the end of a name: 率, 数, 时间. */
      atEnd: z.boolean().default(false),
    }),
  ),
})

export type NameWords = z.infer<typeof NameWords>
export type NameFacet = NameWords['facets'][number]
