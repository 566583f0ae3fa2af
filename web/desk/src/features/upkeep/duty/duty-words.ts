import type { api } from '#desk/api/client.ts'
import { formatMoment } from '#desk/words/format-moment.ts'

export type DutySeen = Awaited<ReturnType<typeof api.upkeepDuty.readDuty>>
export type ShiftSeen = DutySeen['now'][number]
export type RosterSeen = Awaited<ReturnType<typeof api.upkeepDuty.readRoster>>

/** 08:00–20:00, without the day it is about. */
export function hoursOf({ opensAt, dueAt }: { readonly opensAt: string; readonly dueAt: string }): string {
  return `${formatMoment(opensAt).slice(11)}–${formatMoment(dueAt).slice(11)}`
}

export function namesOf({ turns }: Pick<ShiftSeen, 'turns'>): string {
  return turns.map(({ person }) => person.name).join('、')
}

/** Minutes of a shift that is over in which nobody was there. */
export function minutesUncovered({ opensAt, dueAt, coveredSeconds }: ShiftSeen): number {
  return Math.round((Date.parse(dueAt) - Date.parse(opensAt)) / 60_000 - coveredSeconds / 60)
}
