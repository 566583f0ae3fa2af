import { add, type Decimal, ZERO } from '@shiji/kernel/decimal'
import type { DeclarationState } from '@shiji/kernel/life/declaration-life'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import type { MoneyEntry } from '../money/money-store.ts'
import { budgetOf } from '../money/money-store.ts'

export type MoneyOfProject = { readonly budget: Decimal | null; readonly executed: Decimal }

/** Granted and paid in a year, by project; one statement each. */
export async function listMoney(
  reader: Reader,
  projectIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, MoneyOfProject>> {
  const entries = await reader
    .selectFrom('performanceMoneyEntry')
    .select(['projectId', 'kind', 'amount'])
    .where(sql<boolean>`project_id = any(${projectIds}::uuid[])`)
    .where('year', '=', year)
    .execute()
  const payments = await reader
    .selectFrom('performancePayment')
    .select(['projectId', sql<Decimal>`sum(amount)`.as('amount')])
    .where(sql<boolean>`project_id = any(${projectIds}::uuid[])`)
    .where('paidOn', '>=', `${year}-01-01`)
    .where('paidOn', '<=', `${year}-12-31`)
    .groupBy('projectId')
    .execute()
  const granted = Map.groupBy(entries, ({ projectId }) => projectId)
  return new Map(
    projectIds.map((id) => {
      const own = (granted.get(id) ?? []).map(({ kind, amount }) => ({ kind: kind as MoneyEntry['kind'], amount }))
      const executed = payments
        .filter(({ projectId }) => projectId === id)
        .reduce((all, { amount }) => add(all, amount), ZERO)
      return [id, { budget: budgetOf(own).fullYear, executed }] as const
    }),
  )
}

export type Standing = {
  readonly state: DeclarationState
  /** Months whose monitoring was reported. */
  readonly reported: readonly number[]
  readonly isAccepted: boolean
  /** The promise of the next year was handed in. */
  readonly isPromisedAgain: boolean
  /** Days by which open notices to correct must be answered. */
  readonly notices: readonly string[]
}

/** Where each declaration stands with what a year asks of it. */
export async function listStandings(
  reader: Reader,
  formIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await reader
    .selectFrom('performanceForm as form')
    .leftJoin('performanceLife as life', 'life.formId', 'form.id')
    .leftJoin('performanceSelfEvaluation as own', 'own.declarationId', 'form.id')
    .select(['form.id', 'life.state', 'own.state as evaluation'])
    .select(
      sql<number[]>`array(select record.month from performance_monitoring record
        where record.form_id = form.id and record.state = 'reported')`.as('reported'),
    )
    .select(
      sql<string[]>`array(select notice.due_on::text from performance_rectification notice
        where notice.form_id = form.id and notice.state = 'open' order by notice.due_on)`.as('notices'),
    )
    .select(
      sql<boolean>`exists (select from performance_form next join performance_life on performance_life.form_id = next.id
        where next.project_id = form.project_id and next.stage = form.stage and next.year = form.year + 1
          and performance_life.state not in ('draft', 'returned'))`.as('isPromisedAgain'),
    )
    .where(sql<boolean>`form.id = any(${formIds}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ id, state, evaluation, ...row }) => [
      id,
      { state: (state ?? 'draft') as DeclarationState, isAccepted: evaluation === 'accepted', ...row },
    ]),
  )
}
