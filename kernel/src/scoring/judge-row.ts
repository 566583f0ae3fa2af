import { compare, isZero } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { TargetMeaning } from '../target/target.ts'
import { judgeCoverage, judgeFrequency } from './judge-counted.ts'
import { judgeDeadline } from './judge-deadline.ts'
import { judgeNumber, judgeRange } from './judge-number.ts'
import { judgeRelative } from './judge-relative.ts'
import { judgeWords } from './judge-words.ts'
import { fullPoints } from './points.ts'
import { type Judged, note, notScored, type Row, type RowNote, scored } from './row.ts'
import { keepsBound } from './score-bound.ts'
import { step } from './trace.ts'
import { inOneUnit } from './units.ts'

/** The points of one row by the rule its target falls under, and what a person must still see or say about it. */
export function judgeRow(row: Row, pack: RulePack): Judged {
  if (row.target.kind === 'none') return judgeNothingPromised(row, row.target.reason)
  if (isZero(row.weight)) return notScored('zero-weight', step('zero-weight'))
  if (row.actual.kind === 'blank') return notScored('no-actual', step('no-actual'))
  const judged = judgeByKind(row, pack)
  return { ...judged, notes: [...judged.notes, ...unusedBand(row, judged), ...missingReason(row, judged, pack)] }
}

function judgeByKind(row: Row, pack: RulePack): Judged {
  const { target } = row
  switch (target.kind) {
    case 'number': {
      const { period } = target
      if (period === null || target.unit === '%') return judgeNumber(row, target, pack)
      return judgeFrequency(row, { ...target, period }, pack)
    }
    case 'range':
      return judgeRange(row, target, pack)
    case 'frequency':
      return judgeFrequency(row, target, pack)
    case 'coverage':
      return judgeCoverage(row, target, pack)
    case 'deadline':
      return judgeDeadline(row, target, pack)
    case 'relative':
      return judgeRelative(row, target, pack)
    case 'grade':
      return judgeWords(
        row,
        { rule: isPassFail(target.grades, pack) ? 'R-PASS' : 'R-QUAL', grades: target.grades },
        pack,
      )
    case 'several':
      return judgeSeveral(row, target.parts, pack)
    case 'none':
      return judgeNothingPromised(row, target.reason)
    case 'unreadable':
      if (row.band !== null) return judgeWords(row, { rule: 'R-QUAL', grades: [] }, pack)
      return notScored('target-unreadable', step('target-unreadable', { target: row.targetText }))
  }
}

/** rules.md §3.6 R-NA: what promises nothing may weigh nothing. */
function judgeNothingPromised(row: Row, reason: 'blank' | 'placeholder' | 'not-applicable'): Judged {
  const judged =
    reason === 'blank'
      ? notScored('no-target', step('no-target'))
      : notScored('not-applicable', step('not-applicable'), 'R-NA')
  if (isZero(row.weight)) return judged
  return { ...judged, notes: [{ ...note('weight-must-be-zero', 'weight', { weight: row.weight }), severity: 'error' }] }
}

/** Several promises in one cell are kept together or judged by a person. */
function judgeSeveral(row: Row, parts: readonly TargetMeaning[], pack: RulePack): Judged {
  if (row.band === null && parts.every((part) => keepsPart(row, part))) {
    const score = fullPoints(row.weight)
    return scored({ score, rule: 'R-SEVERAL', steps: [step('every-part-met', { score })] })
  }
  const grades = parts.flatMap((part) => (part.kind === 'grade' ? part.grades : [row.targetText]))
  return judgeWords(row, { rule: 'R-SEVERAL', grades }, pack)
}

function keepsPart(row: Row, part: TargetMeaning): boolean {
  if (part.kind !== 'number' || row.actual.kind !== 'number') return false
  const measured = inOneUnit(row.actual, [part.value], part.unit)
  if (!measured.ok) return false
  const { actual, bounds } = measured.value
  return bounds.every((target) => keepsBound({ operator: part.operator, target, actual }))
}

function isPassFail(grades: readonly string[], pack: RulePack): boolean {
  const { words } = pack.scoring.passFail
  return grades.length === 1 && grades.every((grade) => words.some((word) => grade.startsWith(word)))
}

function unusedBand(row: Row, { outcome }: Judged): RowNote[] {
  if (row.band === null || outcome.trace.rule === 'R-QUAL') return []
  return [{ ...note('band-not-used', 'band', { band: row.band }), severity: 'hint' }]
}

/** rules.md §3.6 R-REASON. */
function missingReason(row: Row, { outcome }: Judged, { reasons, scoring }: RulePack): RowNote[] {
  if (outcome.kind === 'not-scored' || row.reason !== null) return []
  const topBand = scoring.qualitative.bands[0]?.name.zh
  const belowTop = outcome.band !== null && outcome.band !== topBand
  const belowFull = compare(outcome.score, row.weight) < 0
  if (!(reasons.belowFullScore && belowFull) && !(reasons.belowTopBand && belowTop)) return []
  return [note('reason-required', 'reason', { score: outcome.score, weight: row.weight })]
}
