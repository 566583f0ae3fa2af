import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { executionRate, fundsInPlace } from './money-measures.ts'
import type { MoneyEntry } from './money-store.ts'

/** The first payment of a year lets its budget count, so the days of the budget are told with it. */
export async function tellMoney(
  tx: Tx,
  context: Context,
  { projectId, days }: { readonly projectId: string; readonly days: readonly string[] },
): Promise<void> {
  const { unitId } = await tx
    .selectFrom('performanceProject')
    .select('unitId')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  const granted = await tx
    .selectFrom('performanceMoneyEntry')
    .select(['year', 'decidedOn'])
    .where('projectId', '=', projectId)
    .where('year', 'in', years)
    .execute()
  const changed = new Set([...days, ...granted.map(countsOn)])
  const measures = [executionRate.key, fundsInPlace.key]
  await tell(tx, context, MEASURE_CHANGED, { measures, unitId, projectId, days: [...changed] })
}

/** An entry counts on the day it was decided, but not before the year it is for has begun. */
export function countsOn({ year, decidedOn }: Pick<MoneyEntry, 'year' | 'decidedOn'>): string {
  const begins = `${year}-01-01`
  return decidedOn < begins ? begins : decidedOn
}
