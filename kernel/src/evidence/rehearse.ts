import { compare, type Decimal, decimal, multiply, subtract } from '../decimal.ts'
import type { Bound } from './bound.ts'
import { holds } from './judge-reading.ts'

export type PastReading = { readonly period: string; readonly value: Decimal | null }

/** A proposed target held against what was. */
export type Rehearsal = {
  /** Periods with data. */
  readonly known: number
  readonly held: number
  /** The periods in which it would have been missed. */
  readonly missed: readonly string[]
  /** The reading nearest to missing it, or furthest beyond; null without data. */
  readonly worst: PastReading | null
  /** 目标偏软: kept in every known period, and by a fifth of itself even in the worst of them. */
  readonly soft: boolean
}

const NEEDED_TO_BE_SOFT = 3
const FIFTH = decimal('0.2')

export function rehearse(bound: Bound, past: readonly PastReading[]): Rehearsal {
  const known = past.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const missed = known.filter(({ value }) => !holds(compare(value, bound.value), bound.operator))
  const [first, ...rest] = known
  const worst =
    first === undefined
      ? null
      : rest.reduce((one, other) => (isWorse(other.value, one.value, bound) ? other : one), first)
  return {
    known: known.length,
    held: known.length - missed.length,
    missed: missed.map(({ period }) => period),
    worst,
    soft: known.length >= NEEDED_TO_BE_SOFT && missed.length === 0 && worst !== null && isFar(worst.value, bound),
  }
}

function isUpper({ operator }: Bound): boolean {
  return operator === 'le' || operator === 'lt'
}

function isWorse(value: Decimal, than: Decimal, bound: Bound): boolean {
  return isUpper(bound) ? compare(value, than) > 0 : compare(value, than) < 0
}

function isFar(worst: Decimal, bound: Bound): boolean {
  if (bound.operator === 'eq') return false
  const margin = isUpper(bound) ? subtract(bound.value, worst) : subtract(worst, bound.value)
  return compare(margin, multiply(bound.value, FIFTH)) >= 0 && compare(margin, decimal('0')) > 0
}
