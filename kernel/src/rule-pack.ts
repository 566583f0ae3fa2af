import { z } from 'zod'
import { compare, type Decimal, decimal, isZero, sum } from './decimal.ts'
import { NonNegativeDecimal } from './decimal-schema.ts'

/**
 * The rules of a place and year as data: weights, scoring, lights, grades, review, revision. Packs live in
 * `packs/<place>/rules/*.json`; a place is added without touching code, a past year's pack is never edited.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export const Stage = z.enum(['declaration', 'review', 'revision', 'monitoring', 'self-evaluation'])

/**
 * Where a rule is known from: A printed on a form, B seen in a public text, C known content of a regulation to be
 * checked against its text, D our own inference.
 */
const Source = z.strictObject({ text: z.string().min(1), sureness: z.enum(['A', 'B', 'C', 'D']) })

const Level1 = z.strictObject({
  name: z.string().min(1),
  /** What sister forms print for the same level 1 (产出 · 产出目标 · 产出指标). */
  aliases: z.array(z.string()).default([]),
  level2: z.array(z.string()),
  /** Default weight; null where the place gives none. */
  weight: NonNegativeDecimal.nullable(),
})

/** `from` is the lower edge and belongs to its band; `share` is the part of the weight earned. */
const ShareBand = z.strictObject({ from: NonNegativeDecimal, share: NonNegativeDecimal })

const Execution = z.strictObject({
  /** What the executed money is divided by: 全年预算数 or 年初预算数. */
  base: z.enum(['fullYear', 'initial']),
  weight: NonNegativeDecimal,
  method: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('proportional') }),
    /** By the rate in percent. */
    z.strictObject({ kind: z.literal('bands'), bands: z.array(ShareBand).min(1) }),
  ]),
  source: Source,
})

/** A band of the weight in which the unit picks the score; `from` is a share of the weight. */
const QualityBand = z.strictObject({
  name: bilingual,
  from: NonNegativeDecimal,
  light: z.enum(['red', 'yellow', 'green', 'blue']),
})

const counted = z.strictObject({ method: z.enum(['proportional', 'all-or-nothing']), source: Source })

const Scoring = z.strictObject({
  positive: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('proportional'), source: Source }),
    /** Below the pass line (percent of the target) nothing; above it the rest of the way counts. */
    z.strictObject({
      method: z.literal('gate'),
      passLine: NonNegativeDecimal.refine((line) => compare(line, decimal('100')) < 0),
      source: Source,
    }),
  ]),
  equal: z.strictObject({ method: z.literal('as-positive'), source: Source }),
  zero: z.strictObject({ method: z.literal('all-or-nothing'), source: Source }),
  negative: z.strictObject({ method: z.enum(['linear', 'ratio']), source: Source }),
  range: z.strictObject({ method: z.literal('nearest-bound'), source: Source }),
  frequency: counted,
  coverage: counted,
  deadline: z.strictObject({ method: z.literal('done-or-band'), source: Source }),
  relative: z.strictObject({ method: z.literal('baseline-or-band'), source: Source }),
  passFail: z.strictObject({
    method: z.literal('all-or-nothing'),
    /** Grades that are either kept or not, with nothing between. */
    words: z.array(z.string().min(1)).min(1),
    source: Source,
  }),
  qualitative: z.strictObject({ bands: z.array(QualityBand).min(2), source: Source }),
  satisfaction: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('as-target'), source: Source }),
    /** By the satisfaction in percent; the rows are known by a mark in one of their three levels. */
    z.strictObject({
      method: z.literal('bands'),
      marks: z.array(z.string().min(1)).min(1),
      bands: z.array(ShareBand).min(1),
      source: Source,
    }),
  ]),
})

const OverAchievement = z.strictObject({
  /** From this ratio of actual to target a reason is compulsory. */
  reasonFromRatio: NonNegativeDecimal,
  /** Share of the weight taken away from a ratio on; local and empty by default. */
  reductions: z.array(z.strictObject({ fromRatio: NonNegativeDecimal, share: NonNegativeDecimal })),
  source: Source,
})

const Reasons = z.strictObject({ belowFullScore: z.boolean(), belowTopBand: z.boolean(), source: Source })

const Plausibility = z.strictObject({
  redAbove: NonNegativeDecimal,
  yellowUnspentAbove: NonNegativeDecimal,
  source: Source,
})

const light = z.enum(['red', 'yellow', 'green', 'blue'])

const Lights = z.discriminatedUnion('kind', [
  /** All thresholds in percent of what should have been reached by the month. */
  z.strictObject({
    kind: z.literal('measured'),
    execution: z.strictObject({ yellowFrom: NonNegativeDecimal, greenFrom: NonNegativeDecimal }),
    positive: z.strictObject({
      yellowFrom: NonNegativeDecimal,
      greenFrom: NonNegativeDecimal,
      blueFrom: NonNegativeDecimal,
    }),
    source: Source,
  }),
  /** Hefei: is the spending on plan, is the goal on plan; null answers both ways. */
  z.strictObject({
    kind: z.literal('two-questions'),
    cases: z.array(z.strictObject({ spending: z.boolean().nullable(), goal: z.boolean().nullable(), light })).min(2),
    source: Source,
  }),
])

const Grade = z.strictObject({ name: bilingual, from: NonNegativeDecimal })
const Grades = z.strictObject({ steps: z.array(Grade).min(2), source: Source })

const Revision = z.strictObject({
  times: z.int().positive(),
  beforeProgressPercent: NonNegativeDecimal,
  progress: z.strictObject({ measure: z.enum(['elapsed-days', 'executed', 'milestones']), source: Source }),
  proofPerRow: z.boolean(),
  source: Source,
})

const ReviewStep = z.strictObject({ reviewer: bilingual, checks: bilingual })
/** `source` is of the chain and its order; what each reviewer looks at may be known less surely. */
const Review = z.strictObject({ chain: z.array(ReviewStep).min(1), checksSource: Source, source: Source })

export const RulePack = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9-]+$/),
    name: bilingual,
    /** Folder of the place; `cn-sh-minhang` lies in `cn-sh` lies in `cn`. */
    place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** Several packs of one place, stage and day are told apart by a variant; null is the one taken unasked. */
    variant: z.string().min(1).nullable(),
    stages: z.array(Stage).min(1),
    validFrom: day,
    validTo: day.nullable(),
    moneyUnit: z.enum(['元', '万元']),
    total: z.literal('100').transform(() => decimal('100')),
    tree: z.array(Level1).min(1),
    weightsSource: Source,
    execution: Execution,
    scoring: Scoring,
    overAchievement: OverAchievement,
    reasons: Reasons,
    plausibility: Plausibility,
    lights: Lights,
    grades: Grades,
    /** Null where the place says nothing about it. */
    revision: Revision.nullable(),
    review: Review.nullable(),
    source: Source,
  })
  .refine((pack) => pack.validTo === null || pack.validFrom <= pack.validTo, 'ends before it begins')
  .refine((pack) => descendsToZero(pack.grades.steps), 'grades must descend to 0')
  .refine((pack) => descendsToZero(pack.scoring.qualitative.bands), 'bands must descend to 0')
  .refine(
    ({ scoring: { satisfaction } }) => satisfaction.method === 'as-target' || descendsToZero(satisfaction.bands),
    'satisfaction bands must descend to 0',
  )
  .refine(
    ({ execution: { method } }) => method.kind === 'proportional' || descendsToZero(method.bands),
    'execution bands must descend to 0',
  )
  .refine((pack) => weightsAddUp(pack), 'default weights must add up to the total')

export type RulePack = z.infer<typeof RulePack>
export type Stage = z.infer<typeof Stage>
export type ScoringRules = RulePack['scoring']
export type Light = z.infer<typeof light>
export type Lights = RulePack['lights']
export type Grades = RulePack['grades']

/**
 * The pack that rules a place and stage on a day; a place without one of its own is ruled by the place it lies in,
 * in the end by the country. Among several the one that began last.
 */
export function findRulePack(
  packs: readonly RulePack[],
  { place = 'cn', stage, day }: { place?: string; stage: Stage; day: string },
): RulePack | null {
  const valid = packs.filter(
    (pack) =>
      pack.variant === null &&
      pack.stages.includes(stage) &&
      pack.validFrom <= day &&
      (pack.validTo === null || day <= pack.validTo),
  )
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) {
    const here = valid.filter((pack) => pack.place === at)
    const latest = here.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
    if (latest !== undefined) return latest
  }
  return null
}

function descendsToZero(steps: readonly { readonly from: Decimal }[]): boolean {
  const last = steps.at(-1)
  const descends = steps.every(({ from }, index) => {
    const next = steps[index + 1]
    return next === undefined || compare(from, next.from) > 0
  })
  return last !== undefined && isZero(last.from) && descends
}

function weightsAddUp(pack: {
  readonly tree: readonly { readonly weight: Decimal | null }[]
  readonly execution: { readonly weight: Decimal }
  readonly total: Decimal
}): boolean {
  const weights = pack.tree.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  if (weights.length === 0) return true
  return weights.length === pack.tree.length && compare(sum([pack.execution.weight, ...weights]), pack.total) === 0
}
