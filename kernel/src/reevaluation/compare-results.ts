import { compare, type Decimal, decimal, divide, maximum, minimum, sum } from '../decimal.ts'

type ComparedResult = {
  readonly year: number
  readonly unit: string
  readonly kind: string
  readonly total: Decimal
  readonly grade: string | null
}

/** How the results of one year, unit or kind of project stand. */
export type ResultGroup = {
  readonly name: string
  readonly count: number
  /** Two decimals, half up. */
  readonly mean: Decimal
  readonly lowest: Decimal
  readonly highest: Decimal
  /** By grade, in the order they are met from the best result down. */
  readonly grades: readonly { readonly grade: string; readonly count: number }[]
}

const TWO_PLACES = { scale: 2, rounding: 'half-up' } as const

/** Results side by side: years oldest first, units and kinds the best mean first. */
export function compareResults(rows: readonly ComparedResult[], by: 'year' | 'unit' | 'kind'): ResultGroup[] {
  const groups = groupBy(rows, (row) => String(row[by])).map(([name, own]) => groupOf(name, own))
  if (by === 'year') return groups.toSorted((a, b) => Number(a.name) - Number(b.name))
  return groups.toSorted((a, b) => compare(b.mean, a.mean) || (a.name < b.name ? -1 : 1))
}

function groupOf(name: string, rows: readonly ComparedResult[]): ResultGroup {
  const totals = rows.map(({ total }) => total)
  const best = rows.toSorted((a, b) => compare(b.total, a.total))
  const grades = groupBy(best, ({ grade }) => grade ?? '')
  return {
    name,
    count: rows.length,
    mean: divide(sum(totals), decimal(rows.length), TWO_PLACES),
    lowest: totals.reduce(minimum),
    highest: totals.reduce(maximum),
    grades: grades.map(([grade, own]) => ({ grade, count: own.length })),
  }
}

/** The browsers of the offices are older than `Map.groupBy`. */
function groupBy(
  rows: readonly ComparedResult[],
  nameOf: (row: ComparedResult) => string,
): (readonly [string, readonly ComparedResult[]])[] {
  const names = [...new Set(rows.map(nameOf))]
  return names.map((name) => [name, rows.filter((row) => nameOf(row) === name)] as const)
}
