import { compare, type Decimal, multiply } from '../decimal.ts'
import type { Target, TargetMeaning } from './target.ts'

export type Verdict = boolean | 'undecidable'

/**
 * Whether a figure keeps the promise: in the target's own unit and period, for coverage in hours a week, as
 * parse-actual.ts gives it. For 增长5%以上 the figure is the
 * rise. Words, days and a bare 不低于上年 are undecidable from one figure.
 */
export function meets(target: TargetMeaning, actual: Decimal): Verdict {
  switch (target.kind) {
    case 'number':
    case 'frequency':
      return holds(compare(actual, target.value), target.operator)
    case 'range':
      return compare(actual, target.value) >= 0 && compare(actual, target.upper) <= 0
    case 'coverage':
      return holds(compare(actual, multiply(target.daysPerWeek, target.hoursPerDay)), target.operator)
    case 'relative':
      return target.value === null ? 'undecidable' : holds(compare(actual, target.value), target.operator)
    case 'deadline':
    case 'grade':
    case 'none':
    case 'several':
    case 'unreadable':
      return 'undecidable'
  }
}

function holds(order: -1 | 0 | 1, operator: Extract<TargetMeaning, { kind: 'number' }>['operator']): boolean {
  switch (operator) {
    case 'ge':
      return order >= 0
    case 'gt':
      return order > 0
    case 'le':
      return order <= 0
    case 'lt':
      return order < 0
    case 'eq':
      return order === 0
  }
}

/** Equal promises, however they are spelled: notes and remarks do not count, nor the order of grades, nor 99.00 for 99. */
export function sameMeaning(left: Target, right: Target): boolean {
  return meaningKey(left) === meaningKey(right)
}

function meaningKey(meaning: TargetMeaning): string {
  const { notes: _notes, qualifier: _qualifier, ...plain } = meaning as Target
  return JSON.stringify(plain, comparable)
}

const FIGURES = new Set(['value', 'upper', 'daysPerWeek', 'hoursPerDay'])

function comparable(key: string, value: unknown): unknown {
  if (key === 'grades' && Array.isArray(value)) return [...value].sort()
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).sort())
  if (!FIGURES.has(key) || typeof value !== 'string' || !value.includes('.')) return value
  return value.replace(/\.?0+$/, '')
}
