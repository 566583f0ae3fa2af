import { compare, type Decimal, decimal, isDecimal, isNegative } from '@shiji/kernel/decimal'
import type { MonitoredRow } from './month-draft.ts'

type Curve = MonitoredRow['curve']

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** A curve while somebody draws it: what belongs to the other kinds is kept when the kind changes. */
export type DrawnCurve = {
  readonly kind: Curve['kind']
  readonly month: number
  /** As typed, January first. */
  readonly planned: readonly string[]
}

export function drawnOf(curve: Curve): DrawnCurve {
  return {
    kind: curve.kind,
    month: curve.kind === 'once' ? curve.month : 12,
    planned: curve.kind === 'monthly' ? curve.planned : MONTHS.map(() => ''),
  }
}

/** The curve as it is saved; null while what is typed is no plan. A blank month is as the month before. */
export function curveOf({ kind, month, planned }: DrawnCurve): Curve | null {
  switch (kind) {
    case 'even':
    case 'level':
    case 'cap':
    case 'words':
      return { kind }
    case 'once':
      return { kind, month }
    case 'monthly': {
      const sums = sumsOf(planned)
      return sums === null ? null : { kind, planned: sums }
    }
  }
}

function sumsOf(typed: readonly string[]): Decimal[] | null {
  const sums: Decimal[] = []
  for (const text of typed.map((one) => one.trim())) {
    const before = sums.at(-1) ?? decimal('0')
    const sum = text === '' ? before : text
    if (!isDecimal(sum) || isNegative(sum) || compare(sum, before) < 0) return null
    sums.push(sum)
  }
  return sums
}
