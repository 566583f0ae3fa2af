import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { gapsAhead } from './roster-store.ts'
import { DUTY_KINDS } from './shift-store.ts'
import { tellRoster } from './tell-roster.ts'

/** Earlier than that there is time enough to see it on the roster. */
const AHEAD_DAYS = 7

/** Whoever leads a unit hears of the next shift short of people while somebody can still be found. */
export async function tellGaps(context: Context): Promise<void> {
  const { db, now } = context
  const plans = await read(db, (reader) =>
    reader
      .selectFrom('upkeepPlan')
      .select('id')
      .where('kind', 'in', [...DUTY_KINDS])
      .where(sql<boolean>`coalesce(until_day, 'infinity') >= (${now}::timestamptz at time zone 'Asia/Shanghai')::date`)
      .execute(),
  )
  for (const { id } of plans) await inTransaction(db, (tx) => tellGapOf(tx, context, id))
}

async function tellGapOf(tx: Tx, context: Context, planId: string): Promise<void> {
  const { now } = context
  const [gap] = await gapsAhead(tx, planId, now)
  const latest = now.add({ hours: 24 * AHEAD_DAYS })
  if (gap === undefined || Temporal.Instant.compare(gap.opensAt, latest) > 0) return
  const plan = await tx
    .selectFrom('upkeepPlan')
    .select(['name', 'unitId', 'gapTold'])
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (plan.gapTold === gap.id) return
  await tx.updateTable('upkeepPlan').set({ gapTold: gap.id }).where('id', '=', planId).execute()
  const people = await leadersOf(tx, plan.unitId)
  await tellRoster(tx, context, { code: 'roster-gap', people, shift: { ...gap, planName: plan.name } })
}

async function leadersOf(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryRole as role', 'role.personId', 'person.id')
    .select('person.id')
    .distinct()
    .where('person.unitId', '=', unitId)
    .where('person.state', '=', 'active')
    .where('role.role', 'in', ['centre-manager', 'project-leader'])
    .orderBy('person.id')
    .execute()
  return rows.map(({ id }) => id)
}
