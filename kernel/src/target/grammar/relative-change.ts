import type { Operator, Target } from '../target.ts'
import { isDownward, isUpward } from './facts.ts'
import type { Pending } from './pending.ts'
import type { Amount } from './read-single.ts'
import type { Meant } from './recurring-span.ts'

type Signs = { readonly prefix: Operator | null; readonly suffix: Operator | null }

/**
 * A rise or fall by an amount: 较上年增长5%以上, 高于上年5%. Without 上年 only a share right behind its verb (增长5%) is
 * read so, for 增加100人 counts people.
 */
export function againstBaseline(amount: Amount, pending: Pending, { prefix, suffix }: Signs): Meant | null {
  const { direction, baseline } = pending
  if (amount.upper !== null) return null
  if (direction && direction.direction !== 'keep') {
    if (!baseline && !SHARES.has(amount.unit ?? '')) return null
    return change(amount, direction.direction, { operator: both(prefix, suffix), baseline })
  }
  if (!baseline || direction || prefix === null || prefix === 'eq') return null
  if (prefix === 'gt') return change(amount, 'rise', { operator: suffix ?? 'eq', baseline })
  return prefix === 'lt' ? change(amount, 'fall', { operator: suffix ?? 'eq', baseline }) : null
}

/** 增长达到5%以上: the sign behind the number is the exact one. */
function both(prefix: Operator | null, suffix: Operator | null): Operator {
  if (prefix === null || prefix === 'eq') return suffix ?? 'eq'
  const same = suffix === null || isUpward(prefix) === isUpward(suffix) || isDownward(prefix) === isDownward(suffix)
  return same ? prefix : (suffix ?? prefix)
}

const SHARES = new Set(['%', '‰', '百分点', '倍'])

type Relative = Extract<Target, { kind: 'relative' }>

function change(
  amount: Amount,
  direction: Relative['direction'],
  { operator, baseline }: { operator: Operator; baseline: boolean },
): Meant {
  const { value, unit } = amount
  return {
    meaning: { kind: 'relative', direction, operator, value, unit },
    notes: [baseline ? 'against-last-year' : 'baseline-implied'],
  }
}
