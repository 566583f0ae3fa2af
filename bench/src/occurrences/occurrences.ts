import { layOutAhead } from '@shiji/server/modules/upkeep/plans/lay-out-ahead'
import { planMany } from '@shiji/trials/lay-out/plan-many'
import { contextOf } from '@shiji/trials/lay-out/run-lay-out'
import { type TrialWorld, withTrialWorld } from '@shiji/trials/trial-world'
import { type Figure, figure, timed } from '../measure.ts'

const PLANS = 500
const NEW_YEAR = Temporal.PlainDate.from('2026-01-01')

/** Five hundred plans, each due twice a day, laid out for a year; and two days later. */
export function measure(): Promise<Figure[]> {
  return withTrialWorld(measureOn)
}

async function measureOn(world: TrialWorld): Promise<Figure[]> {
  await planMany(world.chenghu, { plans: PLANS, fromDay: NEW_YEAR.toString() })
  const year = await timed(() => layOutAhead(contextOf(world, NEW_YEAR)))
  const laid = await countLaid(world)
  const later = await timed(() => layOutAhead(contextOf(world, NEW_YEAR.add({ days: 2 }))))
  const added = (await countLaid(world)) - laid
  return [
    figure(`${PLANS} plans twice a day: ${laid} laid out`, { value: year / 1_000, unit: 's' }, { atMost: 60 }),
    figure(`  two days later: ${added}`, { value: later / 1_000, unit: 's' }, { atMost: 60 }),
  ]
}

async function countLaid({ pool, chenghu: { schema } }: TrialWorld): Promise<number> {
  const { rows } = await pool.query<{ laid: number }>(`select count(*)::int as laid from ${schema}.upkeep_occurrence`)
  return rows[0]?.laid ?? 0
}
