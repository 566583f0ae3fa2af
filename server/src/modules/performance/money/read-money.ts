import { MoneySource } from '@shiji/contract/money'
import type { ProjectId } from '@shiji/contract/performance'
import { add, type Decimal, decimal, divide, isZero, multiply, ZERO } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findProject } from '../project-store.ts'
import { budgetOf, listMoneyEntries, sumPayments } from './money-store.ts'

type Query = { readonly id: ProjectId; readonly year: number }

export async function readMoney(context: Context, query: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findProject(reader, context.actor, query.id)) === undefined) refuse('not-found')
    return sayMoney(reader, query)
  })
}

/** The money of a year with everything it is summed from. */
export async function sayMoney(reader: Reader, { id, year }: Query) {
  const entries = await listMoneyEntries(reader, id, year)
  const { byMonth, payments } = await sumPayments(reader, id, year)
  const { initial, fullYear } = budgetOf(entries)
  const executed = byMonth.reduce(add, ZERO)
  const granted = entries.filter(({ kind }) => kind !== 'appropriation')
  const appropriations = entries.filter(({ kind }) => kind === 'appropriation')
  const total = (some: typeof entries) => some.reduce((all, { amount }) => add(all, amount), ZERO)
  const bySource = MoneySource.options
    .map((source) => ({
      source,
      fullYear: total(granted.filter((entry) => entry.source === source)),
      appropriated: total(appropriations.filter((entry) => entry.source === source)),
    }))
    .filter((row) => !isZero(row.fullYear) || !isZero(row.appropriated))
  const rate = rateOf(executed, fullYear)
  return {
    projectId: id,
    year,
    initial,
    fullYear,
    appropriated: total(appropriations),
    executed,
    rate,
    bySource,
    byMonth,
    payments,
    entries,
  }
}

export function rateOf(executed: Decimal, fullYear: Decimal | null): Decimal | null {
  if (fullYear === null || isZero(fullYear)) return null
  return divide(multiply(executed, decimal('100')), fullYear, { scale: 2, rounding: 'half-up' })
}
