import type { Tx } from '#platform/database/transaction'
import { saveRaw } from '../save-raw.ts'
import { drawOn, secondOf, type TakenSample } from '../save-samples.ts'
import { judgeProbes } from './judge-probes.ts'
import { keyOf, listLooks, lockPlaced, saveLookSeries, saveLookStretches } from './look-store.ts'

type Place = { readonly vantageId: string; readonly now: Temporal.Instant }

/** A clock that was set right in between may put an answer a little ahead of ours. */
const AHEAD_SECONDS = 60

/**
 * Keeps what a place found and judges anew what all places say together. Brought twice it changes nothing. What the
 * place found before it was asked to look, or after this moment, is not its to say.
 */
export async function saveLooks(tx: Tx, { vantageId, now }: Place, samples: readonly TakenSample[]): Promise<void> {
  const byProbe = Map.groupBy(samples, ({ probeId }) => probeId)
  const at = secondOf(now)
  const probes = new Map((await lockPlaced(tx, [...byProbe.keys()])).map((probe) => [probe.id, probe]))
  const looks = (await listLooks(tx, [...probes.keys()])).filter((look) => look.vantageId === vantageId)

  const found = looks.flatMap((look) => {
    const probe = probes.get(look.probeId)
    const since = probe?.placedAt === undefined || probe.placedAt === null ? at : secondOf(probe.placedAt)
    const own = (byProbe.get(look.probeId) ?? []).filter((one) => one.at >= since && one.at <= at + AHEAD_SECONDS)
    return probe === undefined ? [] : [{ look: { ...look, id: look.probeId, quorum: probe.quorum }, probe, own }]
  })
  await saveRaw(
    tx,
    found.flatMap(({ own }) => own),
    vantageId,
  )
  const drawn = found.flatMap(({ look, probe, own }) =>
    drawOn(look, own).map(({ stretches, series }) => ({ probe, look, stretches, series: { ...series, vantageId } })),
  )
  await saveLookSeries(
    tx,
    drawn.map(({ series }) => series),
  )
  await saveLookStretches(
    tx,
    drawn.flatMap(({ series: { probeId }, stretches }) => stretches.map((one) => ({ probeId, vantageId, ...one }))),
  )
  const earliest = new Map(
    drawn.map(({ look, series }) => [keyOf(series), secondOf(look.settledTo ?? Temporal.Instant.from(series.begunAt))]),
  )
  await judgeProbes(tx, {
    probes: drawn.map(({ probe, series }) => ({ probe, changedFrom: earliest.get(keyOf(series)) ?? at })),
    at,
  })
}
