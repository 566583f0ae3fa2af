import type { TenantDatabase } from '@shiji/server/platform/database/transaction'
import { foundUnits, seat } from '../office/found-office.ts'

/** Every day, a morning and an evening. */
const TWICE = {
  kind: 'windows',
  days: 'every-day',
  windows: [
    { from: '08:00', to: '10:00' },
    { from: '16:00', to: '18:00' },
  ],
}

type Wanted = { readonly plans: number; readonly fromDay: string }

/** Plans without an end, due twice a day, of which nothing is laid out yet. */
export async function planMany(db: TenantDatabase, { plans, fromDay }: Wanted): Promise<void> {
  const { own: unitId } = await foundUnits(db)
  const { personId } = await seat(db, { unitId, roles: ['project-contact'] })
  await db.pool.query(
    `with plan as (
       insert into ${db.schema}.upkeep_plan (id, unit_id, kind, name, from_day, grace_hours, people_needed, made_at, made_by)
       select uuidv7(), $1, 'work', '计划 ' || n, $2, 0, 1, $2::date, $3 from generate_series(1, ${plans}) n returning id
     )
     insert into ${db.schema}.upkeep_plan_term select id, $2, $4, '', $2::date, $3 from plan`,
    [unitId, fromDay, personId, JSON.stringify(TWICE)],
  )
}
