import { UnitId } from '@shiji/contract/directory'
import { PlanId, type PlanKind } from '@shiji/contract/upkeep'
import { Frequency } from '@shiji/kernel/upkeep/frequency'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'

export type NewPlan = {
  readonly id: string
  readonly unitId: string
  readonly projectId: string | null
  readonly kind: PlanKind
  readonly name: string
  readonly routeId: string | null
  readonly fromDay: string
  readonly untilDay: string | null
  readonly graceHours: number
  readonly peopleNeeded: number
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

export type Term = {
  readonly planId: string
  readonly fromDay: string
  readonly frequency: Frequency
  readonly reason: string
  readonly setAt: Temporal.Instant
  readonly setBy: string
}

export async function savePlan(tx: Tx, plan: NewPlan): Promise<void> {
  await tx.insertInto('upkeepPlan').values(plan).execute()
}

export async function saveTerm(tx: Tx, { frequency, ...term }: Term): Promise<void> {
  const row = { ...term, frequency: JSON.stringify(frequency) }
  const { planId, fromDay, ...changed } = row
  await tx
    .insertInto('upkeepPlanTerm')
    .values(row)
    .onConflict((conflict) => conflict.columns(['planId', 'fromDay']).doUpdateSet(changed))
    .execute()
}

/** The plan, locked while it is laid out, so that two servers do not do it at once. */
export async function lockPlan(tx: Tx, id: string) {
  const plan = await tx.selectFrom('upkeepPlan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return plan === undefined ? undefined : { ...plan, kind: plan.kind as PlanKind }
}

export type PlanRecord = NonNullable<Awaited<ReturnType<typeof lockPlan>>>

/** From the first to the last, without terms that a later one of the same plan left no day. */
export async function listTerms(reader: Reader, planId: string) {
  const rows = await reader
    .selectFrom('upkeepPlanTerm')
    .select(['fromDay', 'frequency'])
    .where('planId', '=', planId)
    .orderBy('fromDay')
    .execute()
  return rows.map(({ fromDay, frequency }) => ({ fromDay, frequency: Frequency.parse(frequency) }))
}

/** Plans that are not laid out so far, or by another calendar than the one that holds. */
export async function listPlansBehind(reader: Reader, { through, version }: { through: string; version: number }) {
  const rows = await reader
    .selectFrom('upkeepPlan')
    .select('id')
    .where(
      sql<boolean>`(laid_until is null or laid_until < least(until_day, ${through}::date)
        or (calendar_version is distinct from ${version} and laid_until > ${through}::date - 366))`,
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function isPlanVisible(reader: Reader, actor: Actor, id: string): Promise<boolean> {
  const row = await reader
    .selectFrom('upkeepPlan')
    .select('id')
    .where('id', '=', id)
    .where(inReach(actor, 'upkeepPlan.unitId'))
    .executeTakeFirst()
  return row !== undefined
}

type Asked = { readonly year: number; readonly kind?: PlanKind | undefined; readonly id?: string }

/** Plans that have a day in the year, with what became of its occurrences. */
export async function listPlanRows(reader: Reader, actor: Actor, { year, kind, id }: Asked) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const count = (state: string) => sql<number>`(count(one.id) filter (where one.state = ${sql.lit(state)}))::int`
  const rows = await reader
    .selectFrom('upkeepPlan as plan')
    .innerJoin('directoryUnit as unit', 'unit.id', 'plan.unitId')
    .leftJoin('upkeepOccurrence as one', (join) =>
      join.onRef('one.planId', '=', 'plan.id').on('one.day', '>=', first).on('one.day', '<=', last),
    )
    .select(['plan.id', 'plan.unitId', 'unit.name as unitName', 'plan.kind', 'plan.name', 'plan.fromDay'])
    .select(['plan.untilDay', 'plan.graceHours', 'plan.peopleNeeded'])
    .select([
      count('planned').as('planned'),
      count('done').as('done'),
      count('done-late').as('doneLate'),
      count('missed').as('missed'),
      count('waived').as('waived'),
      count('withdrawn').as('withdrawn'),
      sql<unknown>`(select term.frequency from upkeep_plan_term term where term.plan_id = plan.id
        order by term.from_day desc limit 1)`.as('frequency'),
    ])
    .where(inReach(actor, 'plan.unitId'))
    .where('plan.fromDay', '<=', last)
    .where((where) => where.or([where('plan.untilDay', 'is', null), where('plan.untilDay', '>=', first)]))
    .$if(kind !== undefined, (plans) => plans.where('plan.kind', '=', kind ?? ''))
    .$if(id !== undefined, (plans) => plans.where('plan.id', '=', id ?? ''))
    .groupBy(['plan.id', 'unit.name'])
    .orderBy('plan.kind')
    .orderBy('plan.name')
    .orderBy('plan.id')
    .execute()
  return rows.map((row) => ({
    id: PlanId.parse(row.id),
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    kind: row.kind as PlanKind,
    name: row.name,
    frequency: Frequency.parse(row.frequency),
    from: row.fromDay,
    until: row.untilDay,
    graceHours: row.graceHours,
    peopleNeeded: row.peopleNeeded,
    tally: {
      planned: row.planned,
      done: row.done,
      doneLate: row.doneLate,
      missed: row.missed,
      waived: row.waived,
      withdrawn: row.withdrawn,
    },
  }))
}
