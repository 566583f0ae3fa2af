import { type Decimal, decimal, sum } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { plainText } from '@shiji/kernel/lint/compare-texts'
import type { Result } from '@shiji/kernel/result'
import {
  CANCELLED,
  indicatorName,
  type Revised,
  type RevisionProblem,
  reviseDeclaration,
} from '@shiji/kernel/revision/revise-declaration'
import { sayRevisionProblem } from '@shiji/kernel/revision/revision-wording'
import { spreadWeights } from '@shiji/kernel/revision/spread-weights'
import type { Language } from '@shiji/kernel/wording'
import { refuse } from '#platform/refusal'
import { rulesOf } from '../official-sheets.ts'
import type { Asked } from './revision-store.ts'

/** What the frozen declaration becomes, or everything that is wrong with what is asked. */
export function revise(frozen: FormContent, { rows, weights }: Asked): Result<Revised, readonly RevisionProblem[]> {
  const asked = {
    rows: rows.map(({ documentIds, ...row }) => ({ ...row, hasProof: documentIds.length > 0 })),
    weights: weights && {
      reason: weights.reason,
      weights: weights.weights.map(({ indicator, weight }) => ({ indicator, weight: decimal(weight) })),
    },
  }
  const { revision } = rulesOf(frozen, 'revision')
  return reviseDeclaration(frozen, asked, { proofPerRow: revision?.proofPerRow ?? false })
}

export function requireRevised(frozen: FormContent, asked: Asked, language: Language): Revised {
  const outcome = revise(frozen, asked)
  if (outcome.ok) return outcome.value
  const [first] = outcome.problem
  const message = first === undefined ? '' : sayRevisionProblem(first, language)
  return refuse('revision-wrong', { count: outcome.problem.length, message })
}

/** The weights of cancelled rows handed to those that stay, in proportion; empty when nothing weighs. */
export function suggestWeights(frozen: FormContent, { rows }: Asked): { indicator: string; weight: Decimal }[] {
  const cancelled = new Set(
    rows.filter(({ revisedTarget }) => revisedTarget.trim() === CANCELLED).map(({ indicator }) => plainText(indicator)),
  )
  const isCancelled = (row: FormContent['indicators'][number]) => cancelled.has(plainText(indicatorName(row)))
  const freed = sum(frozen.indicators.flatMap((row) => (isCancelled(row) ? (row.weight ?? []) : [])))
  const staying = frozen.indicators.flatMap((row) =>
    row.weight === null || isCancelled(row) ? [] : [{ indicator: indicatorName(row), weight: row.weight }],
  )
  if (cancelled.size === 0) return []
  const weights = spreadWeights(
    staying.map(({ weight }) => weight),
    freed,
  )
  return staying.map(({ indicator, weight }, index) => ({ indicator, weight: weights[index] ?? weight }))
}
