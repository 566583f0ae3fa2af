import { compare, decimal, isZero, multiply } from '../decimal.ts'
import type { Target } from '../target/target.ts'
import { note, type RowNote } from './row.ts'

const BARE = /^\d{1,12}(?:\.\d{1,8})?$/
/** 万亩, 千人, 亿立方米: what stands behind the figure of a target in a larger unit. */
const LARGER_UNIT = /\d\s*((?:十万|百万|千万|[百千万亿])(?!元)\D{0,8})$/
const LEAST_SHARE = decimal('0.1')

/**
 * A form with a column of units prints ≥ | 28 | 万亩 and beside it the bare actual 28: it means 28 万亩. A bare figure
 * that already has the size of the target written out (280000) is left as it stands.
 */
export function withLargerUnit(actual: string, targetText: string, target: Target): { text: string; notes: RowNote[] } {
  const bare = actual.normalize('NFKC').trim()
  const [, unit] = LARGER_UNIT.exec(targetText.normalize('NFKC').trim()) ?? []
  if (unit === undefined || !BARE.test(bare) || isZero(decimal(bare))) return { text: actual, notes: [] }
  if (target.kind !== 'number' && target.kind !== 'range') return { text: actual, notes: [] }
  if (compare(decimal(bare), multiply(target.value, LEAST_SHARE)) >= 0) return { text: actual, notes: [] }
  const text = `${bare}${unit}`
  return { text, notes: [{ ...note('actual-unit-assumed', 'actual', { actual, text }), severity: 'hint' }] }
}
