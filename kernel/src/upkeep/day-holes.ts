import type { DayWindow } from './frequency.ts'

const DAY = 24 * 60

/** Hours of the day in no shift: a duty of 7 × 24 has none (rules.md §4.3). */
export function dayHoles(windows: readonly DayWindow[]): DayWindow[] {
  const spans = windows.flatMap(({ from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)]
    return end > start ? [[start, end] as const] : [[start, DAY] as const, [0, end] as const]
  })
  const holes: DayWindow[] = []
  let reached = 0
  for (const [start, end] of [...spans.toSorted(([one], [other]) => one - other), [DAY, DAY] as const]) {
    if (start > reached) holes.push({ from: textOf(reached), to: textOf(start) })
    reached = Math.max(reached, end)
  }
  return holes
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function textOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
