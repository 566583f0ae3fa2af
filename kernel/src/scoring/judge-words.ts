import type { RulePack } from '../rule-pack.ts'
import { judgeFulfilment } from './fulfilment.ts'
import { fullPoints, NO_POINTS } from './points.ts'
import { type Judged, note, notScored, type Row, type RowNote, scored } from './row.ts'
import { acceptBand, acceptPrintedScore, type BandScore, bandNames } from './score-quality.ts'
import { type RuleId, step } from './trace.ts'

/** What the words of a row promise, and the rule they fall under. */
export type Promised = { readonly rule: RuleId; readonly grades: readonly string[] }

/**
 * rules.md §3.6 R-QUAL: a person's band and score come first, then the score the unit printed, then words that
 * plainly say it was reached, which a person confirms. Otherwise the row waits for a band.
 */
export function judgeWords(row: Row, promised: Promised, pack: RulePack): Judged {
  const { bands } = pack.scoring.qualitative
  const fulfilment = judgeFulfilment(row.targetText, promised.grades, row.actualText)
  const contradiction = fulfilment === 'failed' ? [note('score-contradicts-actual', 'score')] : []
  if (row.band !== null) {
    const choice = { band: row.band, score: row.bandScore ?? row.printedScore, weight: row.weight }
    return fromBand(acceptBand(choice, bands), pack, contradiction)
  }
  const given = row.bandScore ?? row.printedScore
  if (given !== null) return fromBand(acceptPrintedScore(given, row.weight, bands), pack, contradiction)
  if (fulfilment === 'fulfilled') return fulfilledByWords(row, promised, pack)
  const said = { actual: row.actualText, target: row.targetText }
  if (fulfilment === 'failed' && promised.rule === 'R-PASS') {
    return scored({ score: NO_POINTS, rule: 'R-PASS', steps: [step('failed', said)] }, [
      note('needs-confirmation', 'actual', said),
    ])
  }
  return notScored('needs-band', step('needs-band', said), promised.rule)
}

function fulfilledByWords(row: Row, { rule }: Promised, pack: RulePack): Judged {
  const score = fullPoints(row.weight)
  const top = pack.scoring.qualitative.bands[0]
  if (top === undefined) throw new Error(`rule pack ${pack.id} has no bands`)
  const said = { actual: row.actualText, target: row.targetText }
  const outcome = {
    kind: 'scored' as const,
    score,
    band: top.name.zh,
    trace: { rule, steps: [step('fulfilled', { ...said, ...bandNames(top), score })] },
  }
  return { outcome, notes: [note('needs-confirmation', 'actual', said)] }
}

function fromBand(accepted: BandScore, pack: RulePack, contradiction: readonly RowNote[]): Judged {
  if (!accepted.ok) return notScored('band-rejected', accepted.problem, 'R-QUAL')
  const { score, band, steps } = accepted.value
  const lowest = pack.scoring.qualitative.bands.at(-1)
  return {
    outcome: { kind: 'scored', score, band: band.name.zh, trace: { rule: 'R-QUAL', steps } },
    notes: band === lowest ? [] : contradiction,
  }
}
