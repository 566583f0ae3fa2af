import { compare, type Decimal, decimal, divide, sum } from '../decimal.ts'
import type { LifeRules } from '../life/life-rules.ts'
import { fail, ok, type Result } from '../result.ts'
import { HUNDRED, TWO_PLACES } from '../scoring/points.ts'
import { isPossibleScore } from '../scoring/score-quality.ts'

export type ExpertScore = { readonly expert: string; readonly score: Decimal }

export type ExpertResult = {
  /** Mean of the scores that count, two decimals half up. */
  readonly score: Decimal
  readonly counted: readonly ExpertScore[]
  /** The highest and the lowest, where the place leaves them out. */
  readonly leftOut: readonly ExpertScore[]
}

export type ExpertProblem =
  | { readonly code: 'too-few-experts'; readonly given: number; readonly needed: number }
  | { readonly code: 'expert-twice' | 'score-impossible'; readonly expert: string }

/** 重点评价: the score of a project from those of its experts, each out of 100. */
export function expertResult(
  scores: readonly ExpertScore[],
  { experts, dropExtremesFrom }: LifeRules['keyEvaluation'],
): Result<ExpertResult, ExpertProblem> {
  if (scores.length < experts) return fail({ code: 'too-few-experts', given: scores.length, needed: experts })
  const names = scores.map(({ expert }) => expert)
  const twice = names.find((expert, index) => names.indexOf(expert) < index)
  if (twice !== undefined) return fail({ code: 'expert-twice', expert: twice })
  const impossible = scores.find(({ score }) => !isPossibleScore(score, HUNDRED))
  if (impossible !== undefined) return fail({ code: 'score-impossible', expert: impossible.expert })
  const ordered = scores.toSorted((a, b) => compare(a.score, b.score) || (a.expert < b.expert ? -1 : 1))
  const drops = dropExtremesFrom !== null && scores.length >= dropExtremesFrom
  const counted = drops ? ordered.slice(1, -1) : ordered
  const leftOut = drops ? [...ordered.slice(0, 1), ...ordered.slice(-1)] : []
  const score = divide(sum(counted.map((one) => one.score)), decimal(counted.length), TWO_PLACES)
  return ok({ score, counted, leftOut })
}
