import { directory } from '@shiji/contract/directory'
import { type PlanId, RouteId, upkeep } from '@shiji/contract/upkeep'
import { PointId, upkeepRounds } from '@shiji/contract/upkeep-rounds'
import type { DemoServer } from './demo-server.ts'
import { officeTime } from './office-time.ts'
import { EDUCATION_CENTRE } from './offices.ts'
import { whoIs } from './people.ts'
import { makeSeededIds } from './seeded-ids.ts'
import { signIn } from './sign-in.ts'
import { DEMO_PLANS, type DemoPlan } from './upkeep-plans.ts'
import { liveTimes, type RegisterTime } from './upkeep-register.ts'

const PLANNED_ON = '2024-12-30'
/** A year on, the plans are laid out for the next one. */
const LOOKED_ON = '2025-12-31'
const BROUGHT_ON = '2026-03-02'
const FROM = '2025-01-01'
const UNTIL = '2026-02-28'

/** The plans of two offices, laid out for their years, and what became of each of their times. */
export async function keepUpkeep(server: DemoServer): Promise<void> {
  const at = officeTime(PLANNED_ON, '10:00')
  const newId = makeSeededIds('upkeep')
  const kept: { plan: DemoPlan; id: PlanId }[] = []
  for (const [office, plans] of Map.groupBy(DEMO_PLANS, (plan) => plan.office)) {
    const leader = await signIn(server, whoIs(office, leaderOf(office)), at)
    const { unitId } = (await leader.ask(directory.whoAmI, undefined, at)).person
    for (const plan of plans) {
      const routeId = plan.points.length === 0 ? null : RouteId.parse(newId(at))
      if (routeId !== null) {
        const points = plan.points.map((point) => ({ ...point, id: PointId.parse(newId(at)) }))
        await leader.ask(upkeepRounds.makeRoute, { id: routeId, unitId, name: plan.name, points }, at)
      }
      const { kind, name, frequency, graceHours } = plan
      const days = { from: FROM, until: UNTIL, frequency, graceHours }
      const given = { id: newId(at), unitId, projectId: null, kind, name, routeId, ...days }
      const made = await leader.ask(upkeep.makePlan, given, at)
      kept.push({ plan, id: made.id })
    }
  }
  await server.layOutPlans(officeTime(LOOKED_ON, '00:30'))
  const register: (RegisterTime & { planId: string })[] = []
  const looked = officeTime(LOOKED_ON, '09:00')
  for (const { plan, id } of kept) {
    const leader = await signIn(server, whoIs(plan.office, leaderOf(plan.office)), looked)
    for (const year of [2025, 2026]) {
      const { cells } = await leader.ask(upkeep.readYear, { id, year }, looked)
      register.push(...liveTimes(plan, cells).map((time) => ({ ...time, planId: id })))
    }
  }
  await server.bringUpkeep(register, officeTime(BROUGHT_ON, '08:10'))
}

function leaderOf(office: string) {
  return office === EDUCATION_CENTRE ? 'centre-manager' : 'project-leader'
}
