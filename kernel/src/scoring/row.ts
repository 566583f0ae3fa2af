import type { Decimal } from '../decimal.ts'
import type { Severity } from '../finding.ts'
import type { Target } from '../target/target.ts'
import type { WordingParameters } from '../wording.ts'
import type { Actual } from './actual.ts'
import type { Points } from './points.ts'
import type { ScoringCode } from './scoring-findings.ts'
import type { RuleId, Trace, TraceStep } from './trace.ts'

/** One indicator row as the rules see it: read, not yet judged. */
export type Row = {
  readonly target: Target
  readonly targetText: string
  readonly actual: Actual
  readonly actualText: string
  readonly weight: Decimal
  /** The three levels in one text, for rules that go by a name. */
  readonly name: string
  /** A band the unit chose and its score inside it. */
  readonly band: string | null
  readonly bandScore: Decimal | null
  /** 得分 as the unit printed it. */
  readonly printedScore: Decimal | null
  /** 偏差原因分析及改进措施. */
  readonly reason: string | null
  /** Last year's value for a relative target. */
  readonly baseline: Decimal | null
  readonly year: number | null
}

export type NotScored =
  | 'no-actual'
  | 'no-target'
  | 'target-unreadable'
  | 'actual-unreadable'
  | 'unit-differs'
  | 'period-missing'
  | 'no-weight'
  | 'weight-unreadable'
  | 'zero-weight'
  | 'not-applicable'
  | 'needs-band'
  | 'band-rejected'

export type Outcome =
  | { readonly kind: 'scored'; readonly score: Decimal; readonly band: string | null; readonly trace: Trace }
  | { readonly kind: 'not-scored'; readonly reason: NotScored; readonly trace: Trace }

/** What a person should see about a row; `field` is the column it speaks of. */
export type RowNote = {
  readonly code: ScoringCode
  readonly severity: Severity
  readonly field: 'target' | 'actual' | 'weight' | 'score' | 'reason' | 'band'
  readonly parameters: WordingParameters
}

export type Judged = { readonly outcome: Outcome; readonly notes: readonly RowNote[] }

export function scored(points: Points, notes: readonly RowNote[] = []): Judged {
  const { score, rule, steps } = points
  return { outcome: { kind: 'scored', score, band: null, trace: { rule, steps } }, notes }
}

export function notScored(reason: NotScored, said: TraceStep, rule: RuleId | null = null): Judged {
  return { outcome: { kind: 'not-scored', reason, trace: { rule, steps: [said] } }, notes: [] }
}

export function note(code: ScoringCode, field: RowNote['field'], parameters: WordingParameters = {}): RowNote {
  return { code, severity: 'warning', field, parameters }
}
