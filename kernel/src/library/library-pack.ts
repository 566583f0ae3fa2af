import { z } from 'zod'
import { NonNegativeDecimal } from '../decimal-schema.ts'

/**
 * The indicator library of a country or place as data: `packs/<place>/library/*.json`. Facts only: what is promised,
 * how it is usually targeted, and which records would prove it (rules.md §4).
 */

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const name = z.string().trim().min(2).max(100)

/** `higher`: more is better · `lower`: less is better · `words`: a state such as 健全. */
export const Direction = z.enum(['higher', 'lower', 'words'])

export const LibraryEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/),
  /** Kinds of service it is promised for, by their keys in the pack. */
  services: z.array(z.string().min(1)).min(1),
  level1: name,
  level2: name,
  level3: name,
  /** Other names under which the same is promised. */
  synonyms: z.array(name).default([]),
  /** Null for a state in words. */
  unit: z.string().min(1).nullable(),
  direction: Direction,
  /** Target texts as real declarations print them, the usual one first. */
  targets: z.array(z.string().min(1)).min(1),
  /** Key of the measure that would compute the actual; null where only material shows it. */
  measure: z
    .string()
    .regex(/^[a-z]+\.[a-z0-9-]+$/)
    .nullable(),
  /** Points of a hundred such a row usually carries; null where the real forms give none. */
  weight: z.strictObject({ from: NonNegativeDecimal, to: NonNegativeDecimal }).nullable(),
  /** How it is measured. */
  remark: z.string().min(1).max(300),
})

export const LibraryPack = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  source: z.string().min(1),
  services: z.array(z.strictObject({ key: z.string().min(1), name: bilingual })).min(1),
  /** Level names of sheets under which the library's own find a place. */
  placing: z.array(z.strictObject({ source: z.string().min(1), names: z.array(z.string().min(1)).min(2) })).default([]),
  entries: z.array(LibraryEntry).min(1),
})

export type LibraryEntry = z.infer<typeof LibraryEntry>
export type LibraryPack = z.infer<typeof LibraryPack>
