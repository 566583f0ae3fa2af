import { dayNumber, weekdayOf } from '../calendar/day-number.ts'
import type { Turns } from './turns.ts'

type Rotation = {
  /** The first shift of this day is the turn of the first. */
  readonly from: string
  readonly turns: Turns
  /** In the order they take turns. */
  readonly people: readonly string[]
}

export type Crew = {
  /** Shifts in a day. */
  readonly slots: number
  /** How many are there at once. */
  readonly needed: number
}

/** Who has the shift by the rotation; fewer than needed when there are fewer, and nobody twice. */
export function whoseTurn(
  { from, turns, people }: Rotation,
  { day, slot }: { readonly day: string; readonly slot: number },
  { slots, needed }: Crew,
): string[] {
  const first = placeOf(turns, { from, day, slot, slots }) * needed
  const count = Math.min(needed, people.length)
  return Array.from({ length: count }, (_, index) => people[(first + index) % people.length]).filter(
    (person) => person !== undefined,
  )
}

type Place = { readonly from: string; readonly day: string; readonly slot: number; readonly slots: number }

function placeOf(turns: Turns, { from, day, slot, slots }: Place): number {
  const [first, here] = [dayNumber(from), dayNumber(day)]
  switch (turns) {
    case 'shift':
      return (here - first) * slots + slot
    case 'week':
      return (here - weekdayOf(here) - (first - weekdayOf(first))) / 7 + slot
  }
}
