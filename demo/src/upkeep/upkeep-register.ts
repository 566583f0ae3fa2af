import { type Chance, makeChance } from '../chance.ts'
import { officeTime } from '../office-time.ts'
import { type DemoPerson, PEOPLE } from '../people.ts'
import type { DemoPlan } from './upkeep-plans.ts'

/** A time of a plan as the year it is kept in shows it. */
export type PlannedTime = { readonly day: string; readonly lastDay: string; readonly slot: number }

/** What became of one time; what nothing is said of was missed. */
export type RegisterTime = PlannedTime & {
  readonly by: DemoPerson
  readonly outcome:
    | {
        readonly kind: 'done'
        readonly at: Temporal.Instant
        readonly enteredAt: Temporal.Instant
        readonly note: string
        readonly attendees: readonly string[]
        readonly readings: readonly (readonly string[])[]
      }
    | { readonly kind: 'waived'; readonly at: Temporal.Instant; readonly why: string }
    | { readonly kind: 'missed'; readonly cause: string }
}

/** Nothing was done on these days, and somebody said so: the power of the whole building was off. */
const POWER_OFF = ['2025-05-17', '2025-10-25']

/** Most in time, a few late or 补录, a few missed: what an honest year has. */
export function liveTimes(plan: DemoPlan, times: readonly PlannedTime[]): RegisterTime[] {
  const chance = makeChance(plan.name.length * 1_009 + plan.office.length)
  const here = PEOPLE.filter(({ office, hasJoined }) => office === plan.office && hasJoined)
  // Whoever joined last was not there yet.
  const workers = here.filter((one) => one !== PEOPLE.at(-1) && one.roles.some((role) => WORKING.includes(role)))
  const leader = here.find(({ roles }) => roles.some((role) => LEADING.includes(role)))
  if (leader === undefined) throw new Error(`nobody leads ${plan.office}`)
  return times.map((time) => {
    const by = chance.pick(workers)
    const { day, lastDay, slot } = time
    const found = { day, lastDay, slot }
    if (plan.kind === 'inspection' && POWER_OFF.includes(day)) {
      return { ...found, by: leader, outcome: { kind: 'waived', at: officeTime(day, '07:30'), why: '全楼停电检修' } }
    }
    const missed = plan.kind === 'inspection' && chance.next() < 0.008
    const outcome = missed ? ({ kind: 'missed', cause: chance.pick(CAUSES) } as const) : done(plan, time, chance)
    return { ...found, by, outcome }
  })
}

const WORKING: readonly string[] = ['engineer', 'duty-operator']
const LEADING: readonly string[] = ['centre-manager', 'project-leader']
const CAUSES = ['驻场人员外出处置断网，返回时已过时段', '暴雨积水，人员无法到场', '交接班漏看巡检表']

function done(plan: DemoPlan, { day, lastDay, slot }: PlannedTime, chance: Chance) {
  const { next, between, pick } = chance
  const isLate = next() < 0.015
  const at = momentOf(plan, { day, lastDay, slot, isLate }, chance)
  const readings = plan.points.map(({ checks }) =>
    checks.map(({ kind, name }) => {
      if (kind === 'in-order') return next() < 0.001 ? 'no' : 'yes'
      const isHot = next() < 0.004
      if (name === '温度') return isHot ? `27.${between(3, 9)}` : `${between(21, 25)}.${between(0, 9)}`
      return String(between(40, 58))
    }),
  )
  // 补录: written on paper and typed days later.
  const enteredAt = next() < 0.01 ? at.add({ hours: between(26, 60) }) : at
  const people = PEOPLE.filter(({ office, hasJoined }) => office === plan.office && hasJoined).slice(0, 5)
  const attendees = plan.kind === 'meeting' || plan.kind === 'drill' ? people.map(({ name }) => name) : []
  return { kind: 'done' as const, at, enteredAt, note: pick(plan.notes), attendees, readings }
}

type When = PlannedTime & { readonly isLate: boolean }

function momentOf(plan: DemoPlan, { day, lastDay, slot, isLate }: When, { between }: Chance): Temporal.Instant {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:${String(between(20, 55))}`
  const last = Temporal.PlainDate.from(lastDay)
  switch (plan.frequency.kind) {
    case 'windows': {
      const hour = slot === 0 ? between(8, 10) : between(15, 17)
      return officeTime(day, clock(isLate ? (slot === 0 ? 12 : 19) : hour))
    }
    case 'within': {
      const days = Temporal.PlainDate.from(day).until(last).days
      if (isLate) return officeTime(last.add({ days: 1 }).toString(), clock(10))
      return officeTime(
        Temporal.PlainDate.from(day)
          .add({ days: between(Math.floor(days / 3), days) })
          .toString(),
        clock(14),
      )
    }
    case 'after':
      return officeTime(last.add({ days: isLate ? 16 : between(1, 3) }).toString(), clock(15))
  }
}
