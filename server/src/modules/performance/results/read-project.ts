import type { UnitId } from '@shiji/contract/directory'
import type { ProjectId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listFormRows } from '../form-store.ts'
import { budgetOf, executedThrough, listMoneyEntries, listMoneyYears, sumPayments } from '../money/money-store.ts'
import { rateOf } from '../money/read-money.ts'
import { findProject } from '../project-store.ts'
import { listResultRows } from './result-store.ts'

const DECEMBER = 12

/** One project over the years: every year anybody wrote a form, granted money or paid something. */
export async function readProject(context: Context, { id }: { id: ProjectId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { name, unitId, unitName } = (await findProject(reader, context.actor, id)) ?? refuse('not-found')
    const forms = (await listFormRows(reader, [id], undefined)).map(({ form }) => form)
    const results = await listResultRows(reader, context.actor, { projectId: id })
    const moneyYears = await listMoneyYears(reader, id)
    const years = [...new Set([...forms.map(({ year }) => year), ...moneyYears])].toSorted((a, b) => b - a)
    const told = []
    for (const year of years) {
      told.push({
        year,
        forms: forms.filter((form) => form.year === year),
        result: results.find((result) => result.year === year) ?? null,
        ...(await moneyOf(reader, id, year)),
      })
    }
    return { id, name, unitId: unitId as UnitId, unitName, years: told }
  })
}

async function moneyOf(reader: Reader, id: ProjectId, year: number) {
  const { fullYear } = budgetOf(await listMoneyEntries(reader, id, year))
  const sums = await sumPayments(reader, id, year)
  const executed = sums.payments === 0 ? null : executedThrough(sums, DECEMBER)
  const rate = executed === null ? null : rateOf(executed, fullYear)
  return { fullYear, executed, rate, payments: sums.payments }
}
