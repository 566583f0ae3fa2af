import { z } from 'zod'
import { Strength } from './row-shape.ts'

/**
 * What proves each row of the real forms (rules.md §4): row → measure → params → records → strength. Data in
 * `packs/<place>/bindings/*.json`, one entry for rows that promise the same.
 */

/**
 * How far a row can be proved: a figure computed from records · material on file, item by item · nothing but what
 * somebody states.
 */
export const Provable = z.enum(['computed', 'documented', 'asserted'])
export type Provable = z.infer<typeof Provable>

const shared = {
  /** Ids of the rows, as the row lists give them. */
  rows: z.array(z.string().regex(/^[A-Z0-9-]+$/)).min(1),
}

export const RowBinding = z.discriminatedUnion('proof', [
  z.strictObject({
    proof: z.enum(['computed', 'documented']),
    ...shared,
    measure: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
    /** Null where the words of the indicator say them. */
    params: z.record(z.string(), z.string()).nullable(),
    /** The records it is made of, in a few words. */
    records: z.string().min(1),
    strength: Strength,
  }),
  z.strictObject({
    proof: z.literal('asserted'),
    ...shared,
    /** Why no record can prove it, and what would have to be promised instead. */
    why: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  }),
])
export type RowBinding = z.infer<typeof RowBinding>

export const BindingTable = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  source: z.string().min(1),
  bindings: z.array(RowBinding).min(1),
})
export type BindingTable = z.infer<typeof BindingTable>
