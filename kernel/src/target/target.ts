import type { Decimal } from '../decimal.ts'

export type Operator = 'ge' | 'gt' | 'le' | 'lt' | 'eq'
export type Period = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day'

/** Remarks of the parser that travel with a target, such as `operator-implied`, `unit-suspect`, `qualifier-kept`. */
export type TargetNote = string

/**
 * What an indicator promises, read from its Chinese text. The text itself is kept beside it and is what prints.
 * Meaning of the kinds: rules.md §2 (正式表 of the five seeds) and beyond.
 */
export type Target = TargetMeaning & { readonly notes: readonly TargetNote[] }

export type TargetMeaning =
  /** 可用性 ≥99% · 事故 全年≤1次: one bound, perhaps a cap per period. */
  | {
      readonly kind: 'number'
      readonly operator: Operator
      readonly value: Decimal
      readonly unit: string | null
      readonly period: Period | null
    }
  /** 90%-95% · 3至5人: both ends belong to it. */
  | {
      readonly kind: 'range'
      readonly value: Decimal
      readonly upper: Decimal
      readonly unit: string | null
      readonly period: Period | null
    }
  /** 每天至少2次: a count in every period. */
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
  /** 年内完成 · 2021年12月底前完成: `date` is YYYY-MM-DD, MM-DD or MM; null with `within` when no day is named. */
  | {
      readonly kind: 'deadline'
      readonly date: string | null
      readonly within: Period | null
      readonly grades: readonly string[]
    }
  /** 比上一年度有所提升 · 较上年增长5%以上: against the stored number of last year. */
  | {
      readonly kind: 'relative'
      readonly direction: 'rise' | 'fall' | 'keep'
      readonly operator: Operator
      readonly value: Decimal | null
      readonly unit: string | null
    }
  /** 及时 · 健全、规范: a set of grades, each wanting its own proof. */
  | { readonly kind: 'grade'; readonly grades: readonly string[] }
  /** 无 · 不适用 · an unfilled placeholder: nothing is promised. */
  | { readonly kind: 'none'; readonly reason: 'blank' | 'placeholder' | 'not-applicable' }
  /** Several promises in one cell, each to be kept. */
  | { readonly kind: 'several'; readonly parts: readonly TargetMeaning[] }
  | { readonly kind: 'unreadable'; readonly problem: string }
