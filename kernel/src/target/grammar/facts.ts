import { type Decimal, isZero } from '../../decimal.ts'
import type { Operator, TargetMeaning, TargetNote, TargetProblem } from '../target.ts'

/** One promise found in a text. `segment` counts the parts between commas; `loose` dates may be mere labels. */
export type Fact = {
  readonly meaning: Exclude<TargetMeaning, { kind: 'several' | 'unreadable' | 'none' | 'grade' }>
  readonly notes: readonly TargetNote[]
  readonly explicit: boolean
  readonly loose: boolean
  /** 全年 stands before the number. */
  readonly wholeYear?: boolean
  readonly segment: number
  readonly clause: number
  readonly start: number
  readonly end: number
}

/** What one pass over the words of a text found; `words` is what no promise used, in order. */
export type Findings = {
  readonly facts: readonly Fact[]
  readonly problem: TargetProblem | null
  readonly words: string
  readonly qualifiers: readonly string[]
  readonly unfilled: boolean
}

export type Bound = { readonly operator: Operator; readonly value: Decimal }

const UPWARD: ReadonlySet<Operator> = new Set(['ge', 'gt'])
const DOWNWARD: ReadonlySet<Operator> = new Set(['le', 'lt'])

export function isUpward(operator: Operator): boolean {
  return UPWARD.has(operator)
}

export function isDownward(operator: Operator): boolean {
  return DOWNWARD.has(operator)
}

/** An upper bound per period; no event at all (全年0次) is one too. */
export function isCap(operator: Operator, value: Decimal): boolean {
  return isDownward(operator) || (operator === 'eq' && isZero(value))
}

/** Two bounds of one thing (≥90%，≤95%) are a range. */
export function opposed(left: Operator, right: Operator): boolean {
  return (isUpward(left) && isDownward(right)) || (isDownward(left) && isUpward(right))
}
