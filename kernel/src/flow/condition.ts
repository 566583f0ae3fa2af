import { compare, type Decimal, isDecimal } from '../decimal.ts'
import type { BranchNode, Comparison, FieldValue } from './flow-definition.ts'

export type Fields = Readonly<Record<string, FieldValue>>

/** Where a condition leads, or the field it cannot do without. A fact that is missing is never guessed. */
export type Way =
  | { readonly kind: 'leads'; readonly next: string; readonly branch: number | null }
  | { readonly kind: 'field-missing'; readonly field: string }

export function wayOf({ branches, otherwise }: BranchNode, fields: Fields): Way {
  for (const [branch, { when, next }] of branches.entries()) {
    const missing = when.find(({ field }) => fields[field] === undefined)
    if (missing !== undefined) return { kind: 'field-missing', field: missing.field }
    if (when.every((comparison) => holds(comparison, fields))) return { kind: 'leads', next, branch }
  }
  if (otherwise === null) throw new Error('a published condition has a branch for all other cases')
  return { kind: 'leads', next: otherwise, branch: null }
}

function holds({ field, operator, value }: Comparison, fields: Fields): boolean {
  const fact = fields[field]
  if (operator === 'one-of') return Array.isArray(value) && typeof fact === 'string' && value.includes(fact)
  const order = orderOf(fact, value)
  switch (operator) {
    case 'eq':
      return order === null ? fact === value : order === 0
    case 'ne':
      return order === null ? fact !== value : order !== 0
    case 'lt':
      return order !== null && order < 0
    case 'le':
      return order !== null && order <= 0
    case 'gt':
      return order !== null && order > 0
    case 'ge':
      return order !== null && order >= 0
  }
}

/** Numbers compare as numbers (100 is 100.00); everything else only as equal or not. */
function orderOf(fact: FieldValue | undefined, value: Comparison['value']): number | null {
  return isNumber(fact) && isNumber(value) ? compare(fact, value) : null
}

function isNumber(value: unknown): value is Decimal {
  return typeof value === 'string' && isDecimal(value)
}
