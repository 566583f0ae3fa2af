import { api } from '../api/client.ts'
import { type Asked, useAsked } from '../kept/use-asked.ts'
import type { Entry } from '../outbox/entry.ts'
import { useOutbox } from '../outbox/outbox-store.ts'
import { useSession } from '../session/session.ts'
import { useNow } from '../shell/use-now.ts'

type RoundsNow = Awaited<ReturnType<typeof api.upkeepRounds.listRounds>>
type Told = RoundsNow['rounds'][number]
export type Point = Told['route']['points'][number]
export type VisitSeen = Told['visits'][number]
export type Waiting = Extract<Entry, { kind: 'visit' }>

/** A round as it stands on this phone: what the server knows of it, and what still waits here. */
export type Round = Told & {
  readonly waiting: readonly Waiting[]
  /** Points somebody has been at, arrived or not. */
  readonly seen: number
  readonly phase: 'ahead' | 'open' | 'done' | 'over'
}

export type Rounds = {
  readonly asked: Asked<RoundsNow>
  readonly rounds: readonly Round[]
}

/** Rounds of these hours; taken along whole, they can be walked without a network. */
export function useRounds(): Rounds {
  const asked = useAsked('rounds', () => api.upkeepRounds.listRounds({}))
  const { me } = useSession()
  const entries = useOutbox()
  const now = useNow()
  const rounds = (asked.data?.rounds ?? []).map((round) => {
    const waiting = entries.filter(
      (entry): entry is Waiting =>
        entry.kind === 'visit' && entry.roundId === round.occurrence.id && entry.owner === me?.person.id,
    )
    const points = new Set(round.visits.map(({ pointId }) => pointId as string))
    for (const { visit } of waiting) points.add(visit.pointId)
    const seen = points.size
    return { ...round, waiting, seen, phase: phaseOf(round, { seen, now }) }
  })
  return { asked, rounds }
}

/** By the clock of the phone, which is all there is without a network. */
function phaseOf({ occurrence, route }: Told, { seen, now }: { seen: number; now: number }): Round['phase'] {
  if (['done', 'done-late', 'waived'].includes(occurrence.state) || seen >= route.points.length) return 'done'
  if (now < Date.parse(occurrence.opensAt)) return 'ahead'
  return now <= Date.parse(occurrence.closesAt) ? 'open' : 'over'
}

/** The point's own word on it: what was seen there and whether it arrived. */
export function visitOf(round: Round, pointId: string): { arrived: VisitSeen | null; waiting: Waiting | null } {
  return {
    arrived: round.visits.find((visit) => visit.pointId === pointId) ?? null,
    waiting: round.waiting.find(({ visit }) => visit.pointId === pointId) ?? null,
  }
}

/** The next point in the order of the route that nobody was at. */
export function nextPoint(round: Round): Point | null {
  return (
    round.route.points.find(({ id }) => {
      const { arrived, waiting } = visitOf(round, id)
      return arrived === null && waiting === null
    }) ?? null
  )
}
