import type { SelfEvaluatedRow } from '@shiji/contract/evaluation-rows'
import { compare, ZERO } from '@shiji/kernel/decimal'
import { quotientOf } from '@shiji/kernel/evidence/parts'
import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { remainingWeights } from '@shiji/kernel/reevaluation/default-weights'
import { isSame } from '@shiji/kernel/reevaluation/hand-in'
import { type Proof, proofOf } from '@shiji/kernel/reevaluation/proof-share'
import { proposeReason } from '@shiji/kernel/reevaluation/propose-reason'
import { softness } from '@shiji/kernel/reevaluation/soft-target'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { EvaluatedRow } from '@shiji/kernel/scoring/evaluation'
import { sayTrace } from '@shiji/kernel/scoring/trace'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { KeptActual } from '../proof/computed-actuals.ts'
import { assessState, type RowState } from '../proof/say-row.ts'
import type { EvaluationFacts } from './load-facts.ts'

type SaidRow = z.input<typeof SelfEvaluatedRow>

/** Every row with its score, what it came from, what proves it and what is asked of a person. */
export function sayRows(context: Context, facts: EvaluationFacts): SaidRow[] {
  const { own, evaluation } = facts
  const shares = remainingWeights(own.content.indicators, evaluation.execution?.weight ?? ZERO)
  return facts.own.content.indicators.map((row, position) => {
    const name = indicatorName(row)
    const computed = facts.kept.get(name)
    const state = facts.states.get(name)
    const scored = facts.evaluation.rows[position]
    const asked = { short: isShort(scored), beyond: facts.beyond.has(position) }
    return {
      position,
      level1: row.level1,
      level2: row.level2,
      level3: row.level3,
      target: row.target,
      weight: row.weight,
      proposedWeight: shares[position] ?? null,
      actual: row.actual ?? '',
      computed: computed === undefined ? null : sayKept(context, computed),
      evidence: state?.position ?? null,
      isBound: state?.binding?.series != null,
      score: row.score,
      ruleScore: scored?.outcome.kind === 'scored' ? scored.outcome.score : null,
      trace: scored === undefined ? '' : sayTrace(scored.outcome.trace, context.language),
      reason: row.reason ?? '',
      needsReason: asked.short || asked.beyond,
      proposedReason:
        asked.short || asked.beyond ? propose(context, { row, state, computed, isShort: asked.short }) : null,
      proof: proofOfRow(facts, position),
      isOverAchieved: asked.beyond,
      softFor: softFor(facts, row),
    }
  })
}

/** The points of a row that count: the unit's own where the form carries them. */
export function pointsOf({ printed, outcome }: EvaluatedRow) {
  if (printed?.accepted) return printed.score
  return outcome.kind === 'scored' ? outcome.score : null
}

export function proofOfRow({ own, kept, states, overrides }: EvaluationFacts, position: number): Proof {
  const row = own.content.indicators[position]
  if (row === undefined) return 'unproved'
  const name = indicatorName(row)
  const computed = kept.get(name)
  return proofOf({
    actual: row.actual ?? '',
    computed: computed === undefined ? null : { actual: computed.actual, strengths: computed.parts.strengths },
    isBound: states.get(name)?.binding?.series != null,
    isGrounded: overrides.some(
      (one) => one.position === position && one.field === 'actual' && isSame(one.value, row.actual ?? ''),
    ),
  })
}

function isShort(scored: EvaluatedRow | undefined): boolean {
  const points = scored === undefined ? null : pointsOf(scored)
  return points !== null && scored?.weight != null && compare(points, scored.weight) < 0
}

type Deviation = {
  readonly row: IndicatorRow
  readonly state: RowState | undefined
  readonly computed: KeptActual | undefined
  readonly isShort: boolean
}

function propose(context: Context, { row, state, computed, isShort }: Deviation): string | null {
  if (state?.found === undefined || computed === undefined) return null
  const { bound, months } = assessState(context, state, state.found)
  if (bound.kind === 'none') return null
  const { counted, late } = computed.parts
  const { unit } = computed.measure
  return proposeReason({
    ...{ actual: row.actual ?? '', target: row.target, bound: bound.bound },
    ...{ months, unit, counted, late, isShort },
  })
}

function sayKept({ language }: Context, { actual, measure, parts, period, asOf, queryVersion }: KeptActual) {
  const { counted, late } = parts
  const said = { actual, measure: say(measure.name, language), ...period, asOf: asOf.toString(), queryVersion }
  return { ...said, ...quotientOf(parts, measure.combine), counted, late }
}

function softFor({ own, past }: EvaluationFacts, row: IndicatorRow): number | null {
  const name = indicatorName(row)
  const now = { year: own.content.year ?? 0, actual: row.actual ?? '' }
  const before = past.flatMap(({ year, actuals }) => {
    const actual = actuals.get(name)
    return actual === undefined ? [] : [{ year, actual }]
  })
  const judged = softness(row.target, row.level3, [...before, now])
  return judged?.soft ? judged.known : null
}
