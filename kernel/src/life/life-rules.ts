import { z } from 'zod'
import { compare, type Decimal, decimal, isZero, sum } from '../decimal.ts'
import { NonNegativeDecimal } from '../decimal-schema.ts'

/**
 * What a place asks of a promise after its approval, as data: monitoring, self-evaluation in time, sampling, expert
 * scores, what follows from a grade. Files live in `packs/<place>/life/*.json`; scoring, lights and the revision
 * window are the rule pack's.
 */

const HUNDRED = decimal('100')

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const month = z.int().min(1).max(12)
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const Source = z.strictObject({ text: z.string().min(1), sureness: z.enum(['A', 'B', 'C', 'D']) })

/** 提醒 · 限期整改 · 暂缓或停止拨款. */
export const Remedy = z.enum(['remind', 'correct', 'hold-payment'])
/** 支持 · 改进 · 压减 · 整改后再安排. */
export const Effect = z.enum(['support', 'improve', 'cut', 'hold-until-rectified'])

/** rules.md §3.2: the declaration comes with the budget, which is settled in this month of the year before. */
const BudgetMeeting = z.strictObject({ month, source: Source })

const Monitoring = z.strictObject({
  name: bilingual,
  /** The month in which everybody reports, and the months that report covers. */
  gathering: z
    .strictObject({ month, through: month, reportBy: monthDay, source: Source })
    .refine(({ month: held, through }) => through < held, 'a report covers months that have ended')
    .nullable(),
  /** Share of a department's project money, in percent, that must be monitored. */
  moneyCovered: z.strictObject({ fromPercent: NonNegativeDecimal, source: Source }).nullable(),
  /** In percent; `paidAheadBy` in points of spending above work done. */
  alerts: z.strictObject({
    executionBelow: NonNegativeDecimal,
    executionAbove: NonNegativeDecimal,
    paidAheadBy: NonNegativeDecimal,
    deviationAbove: NonNegativeDecimal,
    source: Source,
  }),
  /** Worst first: so many months on end at this light or worse call for this. */
  remedies: z
    .array(z.strictObject({ light: z.enum(['red', 'yellow']), months: z.int().positive(), remedy: Remedy }))
    .min(1),
  remediesSource: Source,
  answerWithinDays: z.strictObject({ days: z.int().positive(), source: Source }),
})

const SelfEvaluating = z.strictObject({
  startWithinMonths: z.int().positive(),
  doneBy: monthDay,
  source: Source,
})

const Sampling = z.strictObject({
  /** Of every stratum, at least one; rounded up. */
  share: NonNegativeDecimal,
  /** From every unit that handed something in. */
  perUnit: z.int().nonnegative(),
  /** Strata by the year's budget in 元, largest first; `certain` is taken whole. */
  strata: z.array(z.strictObject({ name: bilingual, from: NonNegativeDecimal, certain: z.boolean() })).min(1),
  source: Source,
})

const KeyEvaluation = z.strictObject({
  experts: z.int().positive(),
  /** From so many scores on the highest and the lowest are left out; null when all count. */
  dropExtremesFrom: z.int().min(3).nullable(),
  /** What every expert scores, each out of its weight; together a hundred. */
  parts: z
    .array(z.strictObject({ name: bilingual, weight: NonNegativeDecimal }))
    .min(1)
    .refine((parts) => compare(sum(parts.map(({ weight }) => weight)), HUNDRED) === 0, 'parts must add up to 100'),
  partsSource: Source,
  source: Source,
})

const Application = z.strictObject({
  effects: z.array(z.strictObject({ grade: z.string().min(1), effect: Effect })).min(1),
  /** What holds while a rectification stays unanswered. */
  withoutRectification: Effect,
  feedbackWithinMonths: z.strictObject({ months: z.int().positive(), source: Source }).nullable(),
  pastYearsOnReview: z.int().positive(),
  source: Source,
})

export const LifeRules = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9-]+$/),
    name: bilingual,
    place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    validFrom: day,
    validTo: day.nullable(),
    /** null where the place names no month. */
    budgetMeeting: BudgetMeeting.nullable(),
    monitoring: Monitoring,
    selfEvaluating: SelfEvaluating,
    sampling: Sampling,
    keyEvaluation: KeyEvaluation,
    application: Application,
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, 'ends before it begins')
  .refine(({ sampling: { strata } }) => descendsToZero(strata), 'strata must descend to 0')

export type LifeRules = z.infer<typeof LifeRules>
export type MonitoringRules = LifeRules['monitoring']
export type SamplingRules = LifeRules['sampling']
export type Remedy = z.infer<typeof Remedy>
export type Effect = z.infer<typeof Effect>

/** The rules of the place on a day, or of the place it lies in; among several those that began last. */
export function findLifeRules(
  rules: readonly LifeRules[],
  { place, day: at }: { place: string; day: string },
): LifeRules | null {
  const valid = rules.filter(({ validFrom, validTo }) => validFrom <= at && (validTo === null || at <= validTo))
  for (let here = place; here !== ''; here = here.slice(0, Math.max(0, here.lastIndexOf('-')))) {
    const [latest] = valid.filter((one) => one.place === here).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    if (latest !== undefined) return latest
  }
  return null
}

function descendsToZero(strata: readonly { readonly from: Decimal }[]): boolean {
  const last = strata.at(-1)
  const descends = strata.every(({ from }, index) => {
    const next = strata[index + 1]
    return next === undefined || compare(from, next.from) > 0
  })
  return last !== undefined && isZero(last.from) && descends
}
