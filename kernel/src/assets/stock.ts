import { add, compare, type Decimal, decimal, isZero, negate, subtract, sum } from '../decimal.ts'
import type { Wording } from '../wording.ts'

/** Why the stock of an item became more or less. */
export const MOVEMENT_KINDS = {
  entry: { zh: '入库', en: 'Entry' },
  issue: { zh: '出库', en: 'Issue' },
  return: { zh: '退回', en: 'Returned' },
  correction: { zh: '冲销', en: 'Taken back' },
  count: { zh: '盘点差异', en: 'Difference of a count' },
} as const satisfies Readonly<Record<string, Wording>>

export type MovementKind = keyof typeof MOVEMENT_KINDS

/** Below its minimum an item wants buying; an item without one never does. */
export function isShort({ onHand, minimum }: { readonly onHand: Decimal; readonly minimum: Decimal }): boolean {
  return !isZero(minimum) && compare(onHand, minimum) < 0
}

export type Wanted = { readonly itemId: string; readonly quantity: Decimal }

/**
 * What must still move so that an order has drawn exactly what its lines say: below zero goes out, above zero comes
 * back. `drawn` is what it has moved so far, out below zero.
 */
export function findDraws(drawn: readonly Wanted[], wanted: readonly Wanted[]): Wanted[] {
  const ids = [...new Set([...drawn, ...wanted].map(({ itemId }) => itemId))].sort()
  const totalOf = (some: readonly Wanted[], id: string) =>
    sum(some.filter(({ itemId }) => itemId === id).map(({ quantity }) => quantity))
  return ids
    .map((itemId) => ({ itemId, quantity: negate(add(totalOf(wanted, itemId), totalOf(drawn, itemId))) }))
    .filter(({ quantity }) => !isZero(quantity))
}

/** What a count found more or less than the books have. */
export function differenceOf(found: Decimal, expected: Decimal): Decimal {
  return subtract(found, expected)
}

/** Whether so much can be taken away; nobody takes what is not there. */
export function leavesEnough(onHand: Decimal, moved: Decimal): boolean {
  return compare(add(onHand, moved), decimal(0)) >= 0
}
