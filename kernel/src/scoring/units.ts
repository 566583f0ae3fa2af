import { compare, type Decimal, isZero, multiply } from '../decimal.ts'
import { fail, ok, type Result } from '../result.ts'
import { commonSizes, convert } from '../target/unit-conversion.ts'
import { ONE } from './points.ts'
import { step, type TraceStep } from './trace.ts'

export type Measured = { readonly value: Decimal; readonly unit: string | null }

/** An actual and the bounds it is held against, all in one unit. */
export type InOneUnit = { readonly actual: Decimal; readonly bounds: readonly Decimal[]; readonly unit: string | null }

/** Beside a time 分 are minutes; alone they may be points. */
const SPELLED_OUT: Readonly<Record<string, string>> = { 分: '分钟' }

/**
 * A bare actual takes the target's unit, except where 0.99 could be 99 %, and a bare target that of the actual, except
 * where 0.95 could be 95 %; different units are converted or named.
 */
export function inOneUnit(
  actual: Measured,
  bounds: readonly Decimal[],
  unit: string | null,
): Result<InOneUnit, TraceStep> {
  if (actual.unit === unit) return ok({ actual: actual.value, bounds, unit })
  if (unit === null) {
    const shares = bounds.every((bound) => compare(bound, ONE) <= 0) && !bounds.every(isZero)
    if (actual.unit === '%' && shares) return fail(step('target-unit-suspect', { actual: `${actual.value}%` }))
    return ok({ actual: actual.value, bounds, unit: actual.unit })
  }
  if (actual.unit === null) {
    // Beside a bound of at most 1 % (成灾率 ≤0.4%) a bare 0.1 is no share of a hundred.
    const ofHundred = bounds.some((bound) => compare(bound, ONE) > 0)
    const fractionLike = ofHundred && compare(actual.value, ONE) <= 0 && !isZero(actual.value)
    if (unit === '%' && fractionLike) return fail(step('unit-suspect', { actual: actual.value }))
    return ok({ actual: actual.value, bounds, unit })
  }
  if (actual.unit.startsWith('/')) {
    const reached = convert(actual.value, actual.unit, unit)
    if (reached !== null) return ok({ actual: reached, bounds, unit })
  }
  const sizes = commonSizes(SPELLED_OUT[actual.unit] ?? actual.unit, SPELLED_OUT[unit] ?? unit)
  if (sizes !== null) {
    return ok({
      actual: multiply(actual.value, sizes.from),
      bounds: bounds.map((bound) => multiply(bound, sizes.to)),
      unit: sizes.unit,
    })
  }
  return fail(step('unit-differs', { actualUnit: actual.unit, targetUnit: unit }))
}
