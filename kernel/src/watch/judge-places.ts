import { mergeStretches, type State, type Stretch } from './follow-samples.ts'
import type { Span } from './spans.ts'

/**
 * What is known of a service seen from several places: out where at least `needed` of them say so; there where, however
 * the silent ones turned out, fewer could. Anything else nobody knows.
 */
export function judgeStates(states: readonly State[], needed: number): State {
  const down = states.filter((state) => state === 'down').length
  const unknown = states.filter((state) => state === 'unknown').length
  if (down >= needed) return 'down'
  return down + unknown < needed ? 'up' : 'unknown'
}

/** The same over time, without holes. The stretches of each place are in order and apart; where one has none it is silent. */
export function judgePlaces(places: readonly (readonly Stretch[])[], needed: number, { from, to }: Span): Stretch[] {
  const edges = places.flatMap((stretches) => stretches.flatMap((stretch) => [stretch.from, stretch.to]))
  const moments = [...new Set([from, ...edges.filter((edge) => edge > from && edge < to), to])].toSorted(
    (one, other) => one - other,
  )
  const next = places.map(() => 0)
  const judged = moments.slice(0, -1).map((moment, index): Stretch => {
    const states = places.map((stretches, place) => {
      let at = next[place] ?? 0
      while ((stretches[at]?.to ?? Number.POSITIVE_INFINITY) <= moment) at += 1
      next[place] = at
      const stretch = stretches[at]
      return stretch !== undefined && stretch.from <= moment ? stretch.state : 'unknown'
    })
    return { from: moment, to: moments[index + 1] ?? moment, state: judgeStates(states, needed) }
  })
  return mergeStretches(judged)
}
