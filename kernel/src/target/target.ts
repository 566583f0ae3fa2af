import type { Decimal } from '../decimal.ts'

export type Operator = 'ge' | 'gt' | 'le' | 'lt' | 'eq'
export type Period = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day'

/** Remarks of the parser that travel with a target; each is worded in target-wording.ts. */
export type TargetNote =
  | 'operator-implied'
  | 'sign-redundant'
  | 'inclusive-by-convention'
  | 'end-excluded'
  | 'reversed-range'
  | 'plus-minus'
  | 'approximate'
  | 'magnitude-expanded'
  | 'unit-suspect'
  | 'unit-unknown'
  | 'unit-converted'
  | 'range-impossible'
  | 'qualifier-kept'
  | 'read-from-sentence'
  | 'other-numbers'
  | 'partly-unfilled'
  | 'several-values'
  | 'occurrences-added'
  | 'stages-kept'
  | 'digits-joined'
  | 'period-converted'
  | 'end-implied'
  | 'start-dropped'
  | 'year-implied'
  | 'month-ambiguous'
  | 'recurring-deadline'
  | 'date-from-serial'
  | 'maybe-spreadsheet-date'
  | 'maybe-fraction-of-percent'
  | 'one-read-as-dash'
  | 'baseline-implied'
  | 'baseline-year'
  | 'against-last-year'
  | 'year-of-list'
  | 'none-means-zero'
  | 'not-applicable-row'

/** Why a text promises something that could not be read; each is worded in target-wording.ts. */
export type TargetProblem =
  | 'too-long'
  | 'numbers-unclear'
  | 'numeral-unclear'
  | 'operator-conflict'
  | 'operator-after-value'
  | 'operator-unsupported'
  | 'benchmark-unnamed'
  | 'date-impossible'
  | 'years-listed'
  | 'over-years'
  | 'time-of-day'
  | 'refers-elsewhere'
  | 'spreadsheet-error'

/**
 * What an indicator promises, read from its Chinese text. The text itself is kept beside it and is what prints.
 * Meaning of the kinds: rules.md §2 (the five seeds) and beyond. `qualifier` is a remark in brackets, kept word for word.
 */
export type Target = TargetMeaning & { readonly notes: readonly TargetNote[]; readonly qualifier?: string }

/** What must stand by a day: `by` is YYYY-MM-DD, MM-DD or MM (to its end), the unit that of the whole target. */
export type Stage = { readonly by: string; readonly operator: Operator; readonly value: Decimal }

export type TargetMeaning =
  /**
   * 可用性 ≥99% · 事故 全年≤1次: one bound, perhaps a cap per period. A ratio 1:20 is the value 1 with the unit `/20`.
   * 一季度≥20%，…，四季度≥95% is the last of its stages, all of them kept.
   */
  | {
      readonly kind: 'number'
      readonly operator: Operator
      readonly value: Decimal
      readonly unit: string | null
      readonly period: Period | null
      readonly stages?: readonly Stage[]
    }
  /** 90%-95% · 3至5人: both ends belong to it. */
  | {
      readonly kind: 'range'
      readonly value: Decimal
      readonly upper: Decimal
      readonly unit: string | null
      readonly period: Period | null
    }
  /** 每天至少2次: a count in every period; 每年12次 and 全年12次 too. An upper bound (全年≤2次) is a number with a period. */
  | {
      readonly kind: 'frequency'
      readonly operator: Operator
      readonly value: Decimal
      readonly unit: string | null
      readonly period: Period
    }
  /** 每周7天*24小时: hours a day on so many days a week. */
  | {
      readonly kind: 'coverage'
      readonly operator: Operator
      readonly daysPerWeek: Decimal
      readonly hoursPerDay: Decimal
    }
  /** 年内完成 · 2021年12月底前完成: `date` is YYYY-MM-DD, MM-DD or MM (to its end); null with `within` when no day is named. */
  | {
      readonly kind: 'deadline'
      readonly date: string | null
      readonly within: Period | null
      readonly grades: readonly string[]
    }
  /**
   * 比上一年度有所提升 · 较上年增长5%以上. Without `value` the operator compares with the number of last year itself
   * (rise gt, fall lt, keep eq/ge/le); with it, the operator compares the size of the rise or fall.
   */
  | {
      readonly kind: 'relative'
      readonly direction: 'rise' | 'fall' | 'keep'
      readonly operator: Operator
      readonly value: Decimal | null
      readonly unit: string | null
    }
  /** 及时 · 健全、规范: a set of grades, each wanting its own proof. `operator` only when a sign is printed before it. */
  | { readonly kind: 'grade'; readonly grades: readonly string[]; readonly operator?: Operator }
  /** 无 · 不适用 · an unfilled placeholder: nothing is promised. */
  | { readonly kind: 'none'; readonly reason: 'blank' | 'placeholder' | 'not-applicable' }
  /** Several promises in one cell, each to be kept. */
  | { readonly kind: 'several'; readonly parts: readonly TargetMeaning[] }
  | { readonly kind: 'unreadable'; readonly problem: TargetProblem }

/** What stands beside the text on its row; used only for the conventions of conventions.ts. */
export type TargetContext = {
  readonly indicator?: string
  readonly level1?: string
  readonly level2?: string
  readonly fiscalYear?: number
}
