import { add, type Decimal, decimal, divide, multiply, subtract } from '../decimal.ts'
import type { Operator, Target } from '../target/target.ts'
import { convert } from '../target/unit-conversion.ts'
import type { RowShape } from './row-shape.ts'

/** What a figure is held against, in the unit of its measure. */
export type Bound = { readonly operator: Operator; readonly value: Decimal }

export type NoBound = 'nothing-promised' | 'target-unreadable' | 'not-a-figure' | 'unit-differs' | 'no-last-year'

export type BoundReading =
  | { readonly kind: 'bound'; readonly bound: Bound }
  | { readonly kind: 'none'; readonly why: NoBound }

export type Measured = { readonly unit: string; readonly shape: RowShape }

const ALL: Bound = { operator: 'ge', value: decimal('100') }
/** Things are counted in whatever word the sentence takes. */
const COUNTED = new Set(['次', '起', '件', '个', '例', '宗', '台', '项', '单'])

/**
 * The bound a target puts on the figure of a measure. 健全 on a list of material, 每天≥2次 on a plan, 年内完成 on
 * milestones are kept when the whole of it is there; 比上年减少 is held against last year's figure of the same measure.
 */
export function boundOf(target: Target, { unit, shape }: Measured, lastYear: Decimal | null = null): BoundReading {
  switch (target.kind) {
    case 'number':
      return inUnit(target, unit)
    case 'range':
      return inUnit({ operator: 'ge', value: target.value, unit: target.unit }, unit)
    case 'frequency':
      return isWhole(shape, unit) ? { kind: 'bound', bound: ALL } : inUnit(target, unit)
    case 'coverage':
    case 'grade':
    case 'deadline':
      return isWhole(shape, unit) ? { kind: 'bound', bound: ALL } : { kind: 'none', why: 'not-a-figure' }
    case 'relative':
      return against(target, unit, lastYear)
    case 'several':
      return { kind: 'none', why: 'not-a-figure' }
    case 'none':
      return { kind: 'none', why: 'nothing-promised' }
    case 'unreadable':
      return { kind: 'none', why: 'target-unreadable' }
  }
}

/** Without a size the figure of last year itself is the bound; a rise or fall is in percent of it, or in its unit. */
function against(
  { direction, operator, value, unit: sizeUnit }: Extract<Target, { kind: 'relative' }>,
  unit: string,
  lastYear: Decimal | null,
): BoundReading {
  if (lastYear === null) return { kind: 'none', why: 'no-last-year' }
  if (value === null) return { kind: 'bound', bound: { operator, value: lastYear } }
  const size = sizeOf(value, sizeUnit, { unit, lastYear })
  if (size === null) return { kind: 'none', why: 'unit-differs' }
  if (direction === 'keep') return { kind: 'none', why: 'not-a-figure' }
  return direction === 'rise'
    ? { kind: 'bound', bound: { operator, value: add(lastYear, size) } }
    : { kind: 'bound', bound: { operator: TURNED[operator], value: subtract(lastYear, size) } }
}

/** A fall by at least so much is a figure of at most the rest. */
const TURNED: Readonly<Record<Operator, Operator>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt', eq: 'eq' }

function sizeOf(value: Decimal, sizeUnit: string | null, { unit, lastYear }: { unit: string; lastYear: Decimal }) {
  if (sizeUnit === '%') return divide(multiply(lastYear, value), decimal('100'), { scale: 4, rounding: 'half-up' })
  return sizeUnit === null || isSame(sizeUnit, unit) ? value : convert(value, sizeUnit, unit)
}

function isWhole(shape: RowShape, unit: string): boolean {
  return unit === '%' && ['frequency', 'plan', 'words', 'milestone', 'presence', 'ratio'].includes(shape)
}

function inUnit(asked: Bound & { readonly unit: string | null }, unit: string): BoundReading {
  const value = asked.unit === null || isSame(asked.unit, unit) ? asked.value : convert(asked.value, asked.unit, unit)
  if (value === null) return { kind: 'none', why: 'unit-differs' }
  return { kind: 'bound', bound: { operator: asked.operator, value } }
}

function isSame(one: string, other: string): boolean {
  return one === other || (COUNTED.has(one) && COUNTED.has(other))
}
