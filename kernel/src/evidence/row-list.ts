import { z } from 'zod'

/** Rows of real forms, by which a place counts how much of what is promised its records can prove: `packs/<place>/evidence/*.json`. */
export const RowList = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  source: z.string().min(1),
  rows: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Z0-9-]+$/), name: z.string().min(1), target: z.string() }))
    .min(1),
})
export type RowList = z.infer<typeof RowList>
