import { z } from 'zod'

/** Proved by records, by material on file, by the unit's word alone, or not at all. */
export const RowProof = z.enum(['machine', 'document', 'asserted', 'unproved'])

/** What an actual came from, kept with the self-evaluation. */
const KeptReading = z.object({
  /** 实际完成值 as it is written into the form. */
  actual: z.string(),
  measure: z.string(),
  /** What the figure is a quotient of; null where it is none: the longest of all, a count. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  /** Records behind it, and those of them entered later than they happened. */
  counted: z.int(),
  late: z.int(),
  from: z.iso.date(),
  until: z.iso.date(),
  asOf: z.iso.datetime(),
  queryVersion: z.int(),
})

export const SelfEvaluatedRow = z.object({
  position: z.int(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  target: z.string(),
  weight: z.string().nullable(),
  /** An even share of the points nobody has given out yet; null where the row has its weight. */
  proposedWeight: z.string().nullable(),
  /** What the unit writes. */
  actual: z.string(),
  computed: KeptReading.nullable(),
  /** Where its records are shown: the row of the declaration; null when the declaration has no such row. */
  evidence: z.int().nullable(),
  isBound: z.boolean(),
  /** 得分 as the unit gives it, and as the rules do. */
  score: z.string().nullable(),
  ruleScore: z.string().nullable(),
  trace: z.string(),
  reason: z.string(),
  needsReason: z.boolean(),
  /** 偏差原因 begun from the records; null where none is asked for or no records speak. */
  proposedReason: z.string().nullable(),
  proof: RowProof,
  isOverAchieved: z.boolean(),
  /** Years in which the target was beaten by a fifth; null when it is not soft. */
  softFor: z.int().nullable(),
})
