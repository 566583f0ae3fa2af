import { compare, type Decimal, decimal, divide, sum } from '../decimal.ts'
import type { LifeRules } from '../life/life-rules.ts'
import { fail, ok, type Result } from '../result.ts'
import { TWO_PLACES } from '../scoring/points.ts'
import { isPossibleScore } from '../scoring/score-quality.ts'

type Rules = LifeRules['keyEvaluation']

/** What one expert gave: points for each part of the place, in their order. */
export type ExpertScore = { readonly expert: string; readonly points: readonly Decimal[] }

type CountedScore = ExpertScore & {
  /** The sum of the points, out of a hundred. */
  readonly score: Decimal
  /** False for the highest and the lowest, where the place leaves them out. */
  readonly counted: boolean
}

type ExpertResult = {
  /** Mean of the scores that count, two decimals half up. */
  readonly score: Decimal
  /** In the order they were given. */
  readonly experts: readonly CountedScore[]
  /** Mean of the experts that count for each part, two decimals half up. */
  readonly means: readonly Decimal[]
}

export type ExpertProblem =
  | { readonly code: 'too-few-experts'; readonly given: number; readonly needed: number }
  | { readonly code: 'expert-twice' | 'points-missing'; readonly expert: string }
  /** `part` counted from 0. */
  | { readonly code: 'score-impossible'; readonly expert: string; readonly part: number; readonly weight: Decimal }

/** 重点评价: the score of a project from those of its experts, each part out of its weight. */
export function expertResult(
  scores: readonly ExpertScore[],
  rules: Pick<Rules, 'experts' | 'dropExtremesFrom' | 'parts'>,
): Result<ExpertResult, ExpertProblem> {
  const problem = problemOf(scores, rules)
  if (problem !== null) return fail(problem)
  const summed = scores.map((one) => ({ ...one, score: sum(one.points) }))
  const ordered = summed.toSorted((a, b) => compare(a.score, b.score) || (a.expert < b.expert ? -1 : 1))
  const drops = rules.dropExtremesFrom !== null && scores.length >= rules.dropExtremesFrom
  const leftOut = drops ? [ordered.at(0), ordered.at(-1)] : []
  const experts = summed.map((one) => ({ ...one, counted: !leftOut.includes(one) }))
  const counted = experts.filter((one) => one.counted)
  const means = rules.parts.map((_, part) => meanOf(counted.flatMap(({ points }) => points[part] ?? [])))
  return ok({ score: meanOf(counted.map(({ score }) => score)), experts, means })
}

function problemOf(
  scores: readonly ExpertScore[],
  { experts, parts }: Pick<Rules, 'experts' | 'parts'>,
): ExpertProblem | null {
  if (scores.length < experts) return { code: 'too-few-experts', given: scores.length, needed: experts }
  const names = scores.map(({ expert }) => expert)
  const twice = names.find((expert, index) => names.indexOf(expert) < index)
  if (twice !== undefined) return { code: 'expert-twice', expert: twice }
  const missing = scores.find(({ points }) => points.length !== parts.length)
  if (missing !== undefined) return { code: 'points-missing', expert: missing.expert }
  for (const { expert, points } of scores) {
    for (const [part, { weight }] of parts.entries()) {
      const given = points[part]
      if (given === undefined || !isPossibleScore(given, weight)) {
        return { code: 'score-impossible', expert, part, weight }
      }
    }
  }
  return null
}

function meanOf(scores: readonly Decimal[]): Decimal {
  return divide(sum(scores), decimal(scores.length), TWO_PLACES)
}
