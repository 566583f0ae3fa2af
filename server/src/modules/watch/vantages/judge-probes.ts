import { mergeStretches, type Stretch, stretchesUntil, type Watch } from '@shiji/kernel/watch/follow-samples'
import { judgePlaces, judgeStates } from '@shiji/kernel/watch/judge-places'
import type { Tx } from '#platform/database/transaction'
import { reopenDaysOf } from '../day-store.ts'
import { isLooked, stateAt } from '../list-probes.ts'
import { parseWatch, saveSeries, saveStretches, secondOf, textOf } from '../save-samples.ts'
import {
  type Cut,
  cutStretches,
  keyOf,
  type LookRow,
  listLooks,
  lookStretchesOf,
  type PlacedProbe,
} from './look-store.ts'

type Changed = { readonly probe: PlacedProbe; readonly changedFrom: number }

/**
 * Draws anew what the places of a probe say together, from the first moment new answers changed: an answer that waited
 * at its place while the server was away still tells what was seen then.
 */
export async function judgeProbes(tx: Tx, { probes, at }: { probes: readonly Changed[]; at: number }): Promise<void> {
  if (probes.length === 0) return
  const looks = await listLooks(
    tx,
    probes.map(({ probe }) => probe.id),
  )
  const cuts = probes.map(({ probe, changedFrom }): Cut => ({ probeId: probe.id, from: cutOf(probe, changedFrom) }))
  const seen = await lookStretchesOf(
    tx,
    cuts.map(({ probeId }) => probeId),
    Math.min(...cuts.map(({ from }) => from)),
  )
  const before = await cutStretches(tx, cuts)
  const judged = probes.map(({ probe }, index) => {
    const from = cuts[index]?.from ?? at
    const places = looks
      .filter(({ probeId }) => probeId === probe.id)
      .map((look) => ({ look, watch: watchOf(look), stretches: seen.get(keyOf(look)) ?? [] }))
    return judge(probe, { places, from, at, before: before.get(probe.id) })
  })
  await saveStretches(
    tx,
    judged.flatMap(({ series: { probeId }, stretches }) => stretches.map((stretch) => ({ probeId, ...stretch }))),
  )
  await saveSeries(
    tx,
    judged.map(({ series }) => series),
  )
  await reopenDaysOf(tx, cuts)
}

/** Never before these places were asked to look: what was judged by others stands. */
function cutOf({ settledTo, placedAt }: PlacedProbe, changedFrom: number): number {
  const from = settledTo === null ? changedFrom : Math.min(secondOf(settledTo), changedFrom)
  return placedAt === null ? from : Math.max(from, secondOf(placedAt))
}

type Place = { readonly look: LookRow; readonly watch: Watch | null; readonly stretches: readonly Stretch[] }

type Judging = {
  readonly places: readonly Place[]
  readonly from: number
  readonly at: number
  /** What was drawn to where this begins. */
  readonly before: Stretch | undefined
}

function judge(probe: PlacedProbe, { places, from, at, before }: Judging) {
  const needed = probe.vantagesNeeded ?? 1
  const lasts = places.flatMap(({ watch }) => watch?.open.at(-1) ?? [])
  const live = places.flatMap(({ watch }) =>
    watch !== null && isLooked(watch, at) ? (watch.open.at(-1)?.at ?? []) : [],
  )
  // Up to where every place that still looks has said its word: one that is late would be taken for silent. Where none
  // looks any more, as far as their last words hold.
  const heldTo = Math.min(at, Math.max(from, ...lasts.map((last) => last.at + last.holds)))
  const to = Math.max(from, live.length === 0 ? heldTo : Math.min(...live))
  const told = places.map(({ watch, stretches }) =>
    mergeStretches([...stretches, ...(watch === null ? [] : stretchesUntil(watch, to))]),
  )
  const left = probe.settledTo === null || probe.following === null ? [] : leftOpen(probe, from)
  const stretches = mergeStretches([
    ...(before === undefined ? [] : [before]),
    ...left,
    ...judgePlaces(told, needed, { from, to }),
  ])
  const drawn = stretches.at(-1) ?? { from, to: from, state: 'unknown' }
  const states = places.map(({ watch }) => stateAt(watch, at))
  const state = judgeStates(states, needed)
  // The word of now vouches from there until the newest answer would be overdue.
  const holds = Math.max(to, ...live) - to + probe.everySeconds
  const following: Watch = { isOut: state === 'down', window: [], open: [{ at: to, isUp: state === 'up', holds }] }
  const by = (places.find((_place, index) => states[index] === state) ?? places[0])?.look
  const series = {
    ...{
      probeId: probe.id,
      begunAt: probe.begunAt?.toString() ?? textOf(from),
      lastAt: textOf(Math.max(from, ...lasts.map((last) => last.at))),
    },
    ...{ tookMs: by?.tookMs ?? 0, problem: state === 'down' ? (by?.problem ?? '') : '' },
    ...{ certificateUntil: firstToEnd(places), following, settledTo: textOf(drawn.to) },
    ...{ stretchFrom: textOf(drawn.from), stretchState: drawn.state },
  }
  return { stretches, series }
}

/** What was still open when these places took over is told as it was known then. */
function leftOpen({ settledTo, following }: PlacedProbe, from: number): readonly Stretch[] {
  if (settledTo === null || secondOf(settledTo) >= from) return []
  return stretchesUntil(parseWatch(following), from)
}

function watchOf({ following }: LookRow): Watch | null {
  return following === null ? null : parseWatch(following)
}

function firstToEnd(places: readonly Place[]): string | null {
  const ends = places.flatMap(({ look: { certificateUntil } }) => certificateUntil ?? [])
  return ends.toSorted(Temporal.Instant.compare)[0]?.toString() ?? null
}
