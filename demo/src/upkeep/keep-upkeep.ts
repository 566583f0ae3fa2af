import { directory } from '@shiji/contract/directory'
import { type PlanId, RouteId, upkeep } from '@shiji/contract/upkeep'
import { upkeepDuty } from '@shiji/contract/upkeep-duty'
import { PointId, upkeepRounds } from '@shiji/contract/upkeep-rounds'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE } from '../offices.ts'
import { type DemoPerson, whoIs } from '../people.ts'
import { makeSeededIds } from '../seeded-ids.ts'
import { signIn } from '../sign-in.ts'
import { EMPTY_SHIFT, liveShifts, type RegisterShift } from './duty-register.ts'
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
      const { peopleNeeded = 1, crew = [] } = plan
      const given = { id: newId(at), unitId, projectId: null, kind, name, routeId, ...days, peopleNeeded }
      const made = await leader.ask(upkeep.makePlan, given, at)
      if (crew.length > 0) await makeRoster(leader, { id: made.id, crew })
      kept.push({ plan, id: made.id })
    }
  }
  await server.layOutPlans(officeTime(LOOKED_ON, '00:30'))
  const register: (RegisterTime & { planId: string })[] = []
  const shifts: (RegisterShift & { planId: string })[] = []
  const looked = officeTime(LOOKED_ON, '09:00')
  for (const { plan, id } of kept) {
    const leader = await signIn(server, whoIs(plan.office, leaderOf(plan.office)), looked)
    for (const year of [2025, 2026]) {
      const { cells } = await leader.ask(upkeep.readYear, { id, year }, looked)
      if (plan.crew === undefined) register.push(...liveTimes(plan, cells).map((time) => ({ ...time, planId: id })))
      else shifts.push(...liveShifts(plan, cells).map((shift) => ({ ...shift, planId: id })))
    }
  }
  for (const { plan, id } of kept) {
    const by = whoIs(plan.office, leaderOf(plan.office))
    const { day, slot, cause } = EMPTY_SHIFT
    const empty = { day, lastDay: day, slot, by, outcome: { kind: 'missed', cause }, planId: id } as const
    if (plan.kind === 'duty') register.push(empty)
  }
  await server.bringDuty(shifts, officeTime(BROUGHT_ON, '08:05'))
  await server.bringUpkeep(register, officeTime(BROUGHT_ON, '08:10'))
}

/** The crew takes turns by shifts from the first day on. */
async function makeRoster(leader: Browser, { id, crew }: { id: PlanId; crew: readonly DemoPerson[] }): Promise<void> {
  const at = officeTime(PLANNED_ON, '10:02')
  const people = await leader.ask(upkeepDuty.listDutyPeople, { id }, at)
  const chosen = crew.map(({ name, office }) => {
    const found = people.find((one) => one.name === name && one.unit === office)
    if (found === undefined) throw new Error(`${name} cannot be put on a roster`)
    return found.id
  })
  await leader.ask(upkeepDuty.setRotation, { id, from: FROM, turns: 'shift', people: chosen }, at)
}

function leaderOf(office: string) {
  return office === EDUCATION_CENTRE ? 'centre-manager' : 'project-leader'
}
