import type { Decimal } from '../decimal.ts'
import type { GradeName } from './grade.ts'
import type { Outcome, RowNote } from './row.ts'
import type { Execution } from './score-execution.ts'
import type { ScoringFinding } from './scoring-findings.ts'

/** 得分 the unit printed beside what the rule gives. */
export type PrintedScore = { readonly score: Decimal; readonly accepted: boolean; readonly difference: Decimal | null }

export type EvaluatedRow = {
  readonly outcome: Outcome
  readonly weight: Decimal | null
  readonly printed: PrintedScore | null
}

export type JudgedRow = {
  readonly level1: string
  readonly outcome: Outcome
  readonly notes: readonly RowNote[]
  readonly weight: Decimal | null
  readonly printedScore: Decimal | null
}

export type Evaluation = {
  readonly rulePack: string
  readonly execution: Execution | null
  readonly printedExecution: Decimal | null
  readonly rows: readonly EvaluatedRow[]
  /** By the rules. */
  readonly total: Decimal
  /** With the unit's own scores where the form carries them; null when it carries none. */
  readonly printedTotal: Decimal | null
  /** False while a row that weighs something has no score; then there is no grade unless it is certain anyway. */
  readonly complete: boolean
  readonly grade: GradeName | null
  readonly printedGrade: GradeName | null
  readonly light: 'red' | 'yellow' | null
  readonly warnings: readonly ScoringFinding[]
}
