import { makeChance } from '../chance.ts'
import { officeTime } from '../office-time.ts'
import type { DemoPlan } from './upkeep-plans.ts'
import type { PlannedTime } from './upkeep-register.ts'

/** What the roster of a shift says; who was on it the roster itself knows. */
export type RegisterShift = PlannedTime & {
  readonly ins: readonly Temporal.Instant[]
  readonly outs: readonly (Temporal.Instant | null)[]
  readonly handOver: {
    readonly note: string
    readonly givenAt: Temporal.Instant
    readonly takenAt: Temporal.Instant
  } | null
}

/** Nobody came that night, and the cause was stated afterwards. */
export const EMPTY_SHIFT = { day: '2025-08-19', slot: 1, cause: '值班员急病送医，替班人 40 公里外未能赶到' }

const NOTES = [
  '无遗留',
  '空调 2 号机噪声偏大，已约检修',
  '一张断网工单待备件',
  '夜间告警 2 次，均已恢复',
  '机房门禁读卡慢，已报修',
]

/** A few come minutes late, a few hand-overs are signed late, one night is empty: what an honest year has. */
export function liveShifts(plan: DemoPlan, times: readonly PlannedTime[]): RegisterShift[] {
  const { next, between, pick } = makeChance(plan.name.length * 2_003 + plan.office.length)
  const windows = plan.frequency.kind === 'windows' ? plan.frequency.windows : []
  return times
    .filter(({ day, slot }) => plan.kind !== 'duty' || day !== EMPTY_SHIFT.day || slot !== EMPTY_SHIFT.slot)
    .map(({ day, lastDay, slot }) => {
      const { from = '08:00', to = '20:00' } = windows[slot] ?? {}
      const opens = officeTime(day, from)
      const ends = officeTime(to > from ? day : Temporal.PlainDate.from(day).add({ days: 1 }).toString(), to)
      const ins = Array.from({ length: plan.peopleNeeded ?? 1 }, () =>
        opens.add({ minutes: next() < 0.012 ? between(3, 25) : -between(1, 14) }),
      )
      const found = { day, lastDay, slot, ins }
      if (plan.kind === 'presence')
        return { ...found, outs: ins.map(() => ends.add({ minutes: between(0, 30) })), handOver: null }
      const isLate = next() < 0.015
      const takenAt = ends.add({ minutes: isLate ? between(65, 150) : between(-4, 18) })
      if (next() < 0.006) return { ...found, outs: ins.map(() => null), handOver: null }
      const handOver = { note: pick(NOTES), givenAt: takenAt.subtract({ minutes: between(1, 4) }), takenAt }
      return { ...found, outs: ins.map(() => takenAt), handOver }
    })
}
