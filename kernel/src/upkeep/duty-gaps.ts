export type Minutes = { readonly from: Temporal.Instant; readonly to: Temporal.Instant }

/** Seconds of a shift in which at least one was there; two at once cover it once. */
export function coveredSeconds(shift: Minutes, there: readonly Minutes[]): number {
  const [start, end] = [secondsOf(shift.from), secondsOf(shift.to)]
  const spans = there
    .map(({ from, to }) => ({ from: Math.max(start, secondsOf(from)), to: Math.min(end, secondsOf(to)) }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from)
  let covered = 0
  let reached = start
  for (const { from, to } of spans) {
    covered += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return covered
}

function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1_000)
}
