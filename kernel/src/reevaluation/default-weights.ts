import { add, compare, type Decimal, decimal, divide, multiply, subtract, sum, ZERO } from '../decimal.ts'
import type { IndicatorRow } from '../form/form-content.ts'
import type { RulePack } from '../rule-pack.ts'
import { parseTarget } from '../target/parse-target.ts'

const HUNDRED = decimal('100')

/**
 * Weights for rows that were declared without: the default of each level 1 (rules.md §3.7) shared evenly among its rows
 * that promise something, the hundredths left over to the first ones. Null where the place gives no defaults or a level
 * has no row, because then a person decides.
 */
export function defaultWeights(rows: readonly IndicatorRow[], { tree }: RulePack): (Decimal | null)[] | null {
  const levelOf = rows.map(({ level1 }) =>
    tree.findIndex(({ name, aliases }) => name === level1 || aliases.includes(level1)),
  )
  const promises = rows.map(isPromise)
  const weights: (Decimal | null)[] = rows.map((_, index) => (promises[index] ? null : decimal('0')))
  for (const [level, { weight }] of tree.entries()) {
    const here = rows.flatMap((_, index) => (levelOf[index] === level && promises[index] ? [index] : []))
    if (weight === null || here.length === 0) return null
    for (const [at, share] of evenShares(weight, here.length).entries()) weights[here[at] ?? -1] = share
  }
  return weights.every((weight) => weight !== null) ? weights : null
}

/**
 * What is left of the hundred, shared evenly among the rows that have no weight yet and promise something, for sheets
 * whose levels have no default of their own. Null in rows that have their weight, or when nothing is left to share.
 */
export function remainingWeights(rows: readonly IndicatorRow[], execution: Decimal): (Decimal | null)[] {
  const left = subtract(HUNDRED, sum([execution, ...rows.flatMap(({ weight }) => weight ?? [])]))
  const open = rows.flatMap((row, index) => (row.weight === null && isPromise(row) ? [index] : []))
  if (open.length === 0 || compare(left, ZERO) <= 0) return rows.map(() => null)
  const shares = evenShares(left, open.length)
  return rows.map((row, index) => {
    if (row.weight !== null) return null
    return shares[open.indexOf(index)] ?? decimal('0')
  })
}

function evenShares(weight: Decimal, count: number): Decimal[] {
  const share = divide(weight, decimal(count), { scale: 2, rounding: 'down' })
  const left = Number(
    divide(multiply(subtract(weight, multiply(share, decimal(count))), HUNDRED), decimal('1'), {
      scale: 0,
      rounding: 'down',
    }),
  )
  const more = divide(decimal(1), HUNDRED, { scale: 2, rounding: 'down' })
  return Array.from({ length: count }, (_, at) => (at < left ? add(share, more) : share))
}

/** rules.md §3.6 R-NA: a row that promises nothing weighs nothing. */
function isPromise({ target, level1, level3 }: IndicatorRow): boolean {
  const { kind, notes } = parseTarget(target, { indicator: level3, level1 })
  return kind !== 'none' && !notes.includes('not-applicable-row')
}
