import type { Decimal } from '../decimal.ts'
import type { Period } from '../target/target.ts'

/** What a row says was achieved, read so far as its target needs it; the text is kept beside it. */
export type Actual =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'number'
      readonly value: Decimal
      readonly unit: string | null
      readonly period: Period | null
    }
  | { readonly kind: 'coverage'; readonly daysPerWeek: Decimal; readonly hoursPerDay: Decimal }
  /** `YYYY-MM-DD`, `MM-DD`, `YYYY-MM` or `MM`. */
  | { readonly kind: 'date'; readonly date: string }
  /** 比上年增长 6%. */
  | {
      readonly kind: 'change'
      readonly direction: 'rise' | 'fall' | 'keep'
      readonly value: Decimal
      readonly unit: string | null
    }
  | { readonly kind: 'words' }
