import { compare, type Decimal, decimal, isZero, multiply } from '../decimal.ts'
import { fail, ok, type Result } from '../result.ts'
import { ONE } from './points.ts'
import { step, type TraceStep } from './trace.ts'

export type Measured = { readonly value: Decimal; readonly unit: string | null }

/** An actual and the bounds it is held against, all in one unit. */
export type InOneUnit = { readonly actual: Decimal; readonly bounds: readonly Decimal[]; readonly unit: string | null }

/** Units that convert exactly, as multiples of the smallest of their family. */
const FAMILIES: readonly Readonly<Record<string, Decimal>>[] = [
  { 秒: decimal('1'), 分: decimal('60'), 分钟: decimal('60'), 小时: decimal('3600') },
  { 元: decimal('1'), 万元: decimal('10000'), 亿元: decimal('100000000') },
]

/** A bare actual takes the target's unit, except where 0.99 could be 99 %; different units are converted or named. */
export function inOneUnit(
  actual: Measured,
  bounds: readonly Decimal[],
  unit: string | null,
): Result<InOneUnit, TraceStep> {
  if (actual.unit === unit || unit === null) return ok({ actual: actual.value, bounds, unit: unit ?? actual.unit })
  if (actual.unit === null) {
    // Beside a bound of at most 1 % (成灾率 ≤0.4%) a bare 0.1 is no share of a hundred.
    const ofHundred = bounds.some((bound) => compare(bound, ONE) > 0)
    const fractionLike = ofHundred && compare(actual.value, ONE) <= 0 && !isZero(actual.value)
    if (unit === '%' && fractionLike) return fail(step('unit-suspect', { actual: actual.value }))
    return ok({ actual: actual.value, bounds, unit })
  }
  for (const family of FAMILIES) {
    const [ofActual, ofTarget] = [family[actual.unit], family[unit]]
    if (ofActual === undefined || ofTarget === undefined) continue
    return ok({
      actual: multiply(actual.value, ofActual),
      bounds: bounds.map((bound) => multiply(bound, ofTarget)),
      unit: Object.keys(family)[0] ?? unit,
    })
  }
  return fail(step('unit-differs', { actualUnit: actual.unit, targetUnit: unit }))
}
