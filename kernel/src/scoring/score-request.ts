import { z } from 'zod'
import { type Decimal, isDecimal, normalize } from '../decimal.ts'
import { fail, ok, type Result } from '../result.ts'

/** A form to score, everything as text as it stands on the form. Keys the rules do not know are left aside. */
export type ScoreRequest = z.infer<typeof ScoreRequest>
export type RequestProblem = { readonly path: string; readonly message: string }

const MAX_ROWS = 2000
const MAX_TEXT = 4000

const text = z
  .union([z.string().max(MAX_TEXT), z.number()])
  .nullish()
  .transform((value) => String(value ?? ''))

const Budget = z.object({
  initial: text,
  fullYear: text,
  executed: text,
  weight: text,
  /** 执行率得分 as printed, to be compared. */
  score: text,
})

const Indicator = z.object({
  level1: text,
  level2: text,
  level3: text,
  target: text,
  actual: text,
  weight: text,
  /** 得分 as printed: compared with the rule, and the unit's own judgement on a qualitative row. */
  score: text,
  band: text,
  bandScore: text,
  reason: text,
  /** Last year's value for a target such as 比上一年度有所提升. */
  baseline: text,
})

const ScoreRequest = z.object({
  rulePack: z.string().nullish(),
  year: z.int().min(1949).max(2200).nullish(),
  moneyUnit: z.enum(['元', '万元']).nullish(),
  budget: Budget.nullish(),
  indicators: z.array(Indicator).max(MAX_ROWS),
})

export type IndicatorRequest = z.infer<typeof Indicator>

export function parseScoreRequest(json: unknown): Result<ScoreRequest, readonly RequestProblem[]> {
  const parsed = ScoreRequest.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  return fail(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}

/** Points as a form prints them: `10`, `9.89`, `10分`, full-width digits; null when blank. */
export function parsePoints(printed: string): Result<Decimal | null, 'not-points'> {
  const plain = printed.normalize('NFKC').replace(/\s+/g, '').replace(/分$/, '')
  if (plain === '' || /^[-—–/]+$/.test(plain)) return ok(null)
  return isDecimal(plain) && plain.length <= 40 ? ok(normalize(plain)) : fail('not-points')
}
