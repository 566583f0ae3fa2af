import type { Decimal } from '../decimal.ts'
import { targetOfRow } from '../form/target-of-row.ts'
import type { RulePack } from '../rule-pack.ts'
import { withLargerUnit } from './bare-actual.ts'
import { evaluateRows } from './evaluate-rows.ts'
import type { Evaluation, JudgedRow } from './evaluation.ts'
import { judgeRow } from './judge-row.ts'
import { HUNDRED } from './points.ts'
import { readActual } from './read-actual.ts'
import { note, notScored, type Row, type RowNote } from './row.ts'
import { type Execution, scoreExecution, unscoredExecution } from './score-execution.ts'
import { isPossibleScore } from './score-quality.ts'
import { type IndicatorRequest, parsePoints, type ScoreRequest } from './score-request.ts'
import { step } from './trace.ts'

/** Scores a form as its texts stand, by the rules of the pack. Same request, same pack, same bytes. */
export function scoreForm(request: ScoreRequest, pack: RulePack): Evaluation {
  const rows = request.indicators.map((row) => judgeIndicator(row, request, pack))
  const printedExecution = pointsOrNull(request.budget?.score ?? '')
  return evaluateRows({ execution: executionOf(request, pack), printedExecution, rows }, pack)
}

function executionOf({ budget, moneyUnit }: ScoreRequest, pack: RulePack): Execution | null {
  if (budget === null || budget === undefined) return null
  const weight = parsePoints(budget.weight)
  const given = weight.ok ? (weight.value ?? pack.execution.weight) : null
  if (given === null || !isPossibleScore(given, HUNDRED)) {
    return unscoredExecution(pack.execution.weight, step('weight-unreadable', { weight: budget.weight }))
  }
  return scoreExecution({ texts: budget, weight: given, unit: moneyUnit ?? null }, pack)
}

function judgeIndicator(indicator: IndicatorRequest, request: ScoreRequest, pack: RulePack): JudgedRow {
  const weight = parsePoints(indicator.weight)
  const printedScore = pointsOrNull(indicator.score)
  const frame = { level1: indicator.level1.trim(), printedScore }
  if (!weight.ok || (weight.value !== null && !isPossibleScore(weight.value, HUNDRED))) {
    const said = step('weight-unreadable', { weight: indicator.weight })
    return { ...frame, ...notScored('weight-unreadable', said), weight: null }
  }
  if (weight.value === null) return { ...frame, ...notScored('no-weight', step('no-weight')), weight: null }
  const row = readRow(indicator, { weight: weight.value, printedScore, year: request.year ?? null })
  const judged = judgeRow(row.read, pack)
  const told = judged.outcome.kind === 'scored' ? row.notes : []
  return { ...frame, ...judged, notes: [...told, ...judged.notes, ...unreadScores(indicator)], weight: weight.value }
}

/** Scores the form carries and nobody can read; the others are compared. */
function unreadScores({ score, bandScore, weight }: IndicatorRequest): RowNote[] {
  return [score, bandScore]
    .filter((printed) => !parsePoints(printed).ok)
    .map((printed) => ({ ...note('score-not-accepted', 'score', { printed, weight }), severity: 'error' }))
}

function pointsOrNull(printed: string): Decimal | null {
  const points = parsePoints(printed)
  return points.ok ? points.value : null
}

type Frame = Pick<Row, 'weight' | 'printedScore' | 'year'>

function readRow(indicator: IndicatorRequest, frame: Frame): { read: Row; notes: readonly RowNote[] } {
  const { level1, level2, level3, band, reason } = indicator
  const target = targetOfRow(indicator, frame)
  const spoken = withLargerUnit(indicator.actual, indicator.target, target)
  const { actual, notes } = readActual(spoken.text, target)
  const read = {
    ...frame,
    target,
    actual,
    targetText: indicator.target.trim(),
    actualText: indicator.actual.trim(),
    name: `${level1} ${level2} ${level3}`,
    band: band.trim() === '' ? null : band.trim(),
    bandScore: pointsOrNull(indicator.bandScore),
    reason: reason.trim() === '' ? null : reason.trim(),
    baseline: pointsOrNull(indicator.baseline.trim().replace(/[%％]$/, '')),
  }
  return { read, notes: [...spoken.notes, ...notes] }
}
