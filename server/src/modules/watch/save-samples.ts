import {
  followSamples,
  mergeStretches,
  NEW_WATCH,
  type Sample,
  type Stretch,
  type Watch,
} from '@shiji/kernel/watch/follow-samples'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import { parseQuorum } from './probe-store.ts'
import { saveRaw } from './save-raw.ts'

/** One answer on its way to the database; `at` and `holds` in whole seconds, `problem` as a code with parameters. */
export const TakenSample = z.object({
  probeId: z.uuid(),
  at: z.number().int(),
  isUp: z.boolean(),
  holds: z.number().int().positive(),
  tookMs: z.number().int(),
  problem: z.string(),
  certificateUntil: z.string().nullable(),
})
export type TakenSample = z.output<typeof TakenSample>

const KeptSample = z.object({ at: z.number(), isUp: z.boolean(), holds: z.number() })
const KeptWatch = z.object({ isOut: z.boolean(), window: z.array(z.boolean()), open: z.array(KeptSample) })

export function parseWatch(kept: unknown): Watch {
  return KeptWatch.parse(kept)
}

/**
 * Keeps answers and draws the stretches on. Brought twice they change nothing, so whoever does not know whether they
 * arrived brings them again. Answers of a probe older than its last one are kept, and draw nothing. Answers what is not
 * this server's to judge alone.
 */
export async function saveSamples(tx: Tx, samples: readonly TakenSample[]): Promise<readonly TakenSample[]> {
  const byProbe = Map.groupBy(samples, ({ probeId }) => probeId)
  const probes = await lockSeries(tx, [...byProbe.keys()])
  const known = new Set(probes.map(({ id }) => id))
  const { own = [], others = [] } = Object.groupBy(samples, ({ probeId }) => (known.has(probeId) ? 'own' : 'others'))
  await saveRaw(tx, own)
  const drawn = probes.flatMap((probe) => drawOn(probe, byProbe.get(probe.id) ?? []))
  await saveStretches(
    tx,
    drawn.flatMap(({ series: { probeId }, stretches }) => stretches.map((stretch) => ({ probeId, ...stretch }))),
  )
  await saveSeries(
    tx,
    drawn.map(({ series }) => series),
  )
  return others
}

/** Where a series stands; empty before its first answer. */
type Standing = {
  readonly id: string
  readonly quorum: unknown
  readonly following: unknown
  readonly begunAt: Temporal.Instant | null
  readonly certificateUntil: Temporal.Instant | null
  readonly settledTo: Temporal.Instant | null
  readonly stretchFrom: Temporal.Instant | null
  readonly stretchState: string | null
}

/** In one order, so that two writers wait for each other and never in a circle. */
function lockSeries(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('watchProbe as probe')
    .leftJoin('watchSeries as series', 'series.probeId', 'probe.id')
    .select(['probe.id', 'probe.quorum', 'series.following', 'series.begunAt', 'series.certificateUntil'])
    .select(['series.settledTo', 'series.stretchFrom', 'series.stretchState'])
    .where('probe.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('probe.vantagesNeeded', 'is', null)
    .orderBy('probe.id')
    .forUpdate(['probe'])
    .execute()
}

/** What new answers draw, and where the series stands after them; nothing when none of them is new. */
export function drawOn(probe: Standing, taken: readonly TakenSample[]) {
  const watch = probe.following === null ? NEW_WATCH : parseWatch(probe.following)
  const last = watch.open.at(-1)?.at ?? Number.NEGATIVE_INFINITY
  const fresh = taken.filter(({ at }) => at > last).toSorted((one, other) => one.at - other.at)
  const [first, newest] = [fresh[0], fresh.at(-1)]
  if (first === undefined || newest === undefined) return []
  const samples = fresh.map(({ at, isUp, holds }): Sample => ({ at, isUp, holds }))
  const after = followSamples(parseQuorum(probe.quorum), watch, samples)
  const drawing = drawingOf(probe, first.at)
  const stretches = mergeStretches([drawing, ...after.settled])
  const now = stretches.at(-1) ?? drawing
  const series = {
    probeId: probe.id,
    begunAt: probe.begunAt?.toString() ?? textOf(first.at),
    lastAt: textOf(newest.at),
    tookMs: newest.tookMs,
    problem: newest.problem,
    certificateUntil: newest.certificateUntil ?? probe.certificateUntil?.toString() ?? null,
    following: after.watch,
    settledTo: textOf(now.to),
    stretchFrom: textOf(now.from),
    stretchState: now.state,
  }
  return [{ stretches, series }]
}

/** The stretch the settled time ends with; of no length where nothing is settled yet. */
function drawingOf({ stretchFrom, settledTo, stretchState }: Standing, first: number): Stretch {
  if (stretchFrom === null || settledTo === null) return { from: first, to: first, state: 'unknown' }
  return { from: secondOf(stretchFrom), to: secondOf(settledTo), state: stateOf(stretchState ?? '') }
}

const State = z.enum(['up', 'down', 'unknown'])

export function stateOf(kept: string): Stretch['state'] {
  return State.parse(kept)
}

export function secondOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

export function instantOf(second: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000)
}

export function textOf(second: number): string {
  return instantOf(second).toString()
}

export async function saveStretches(tx: Tx, stretches: readonly (Stretch & { probeId: string })[]): Promise<void> {
  await sql`insert into watch_stretch (probe_id, from_at, to_at, state)
    select "probeId", to_timestamp("from"), to_timestamp("to"), state
    from jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb)
      as stretch("probeId" uuid, "from" bigint, "to" bigint, state text)
    on conflict (probe_id, from_at) do update set to_at = excluded.to_at`.execute(tx)
}

export async function saveSeries(tx: Tx, series: readonly object[]): Promise<void> {
  await sql`insert into watch_series
    select "probeId", "begunAt", "lastAt", "tookMs", problem, "certificateUntil", following, "settledTo", "stretchFrom", "stretchState"
    from jsonb_to_recordset(${JSON.stringify(series)}::jsonb) as series("probeId" uuid, "begunAt" timestamptz,
      "lastAt" timestamptz, "tookMs" integer, problem text, "certificateUntil" timestamptz, following jsonb,
      "settledTo" timestamptz, "stretchFrom" timestamptz, "stretchState" text)
    on conflict (probe_id) do update set last_at = excluded.last_at, took_ms = excluded.took_ms,
      problem = excluded.problem, certificate_until = excluded.certificate_until, following = excluded.following,
      settled_to = excluded.settled_to, stretch_from = excluded.stretch_from,
      stretch_state = excluded.stretch_state`.execute(tx)
}
