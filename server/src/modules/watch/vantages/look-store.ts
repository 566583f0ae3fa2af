import type { Stretch } from '@shiji/kernel/watch/follow-samples'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import { instantOf, secondOf, stateOf } from '../save-samples.ts'

/** Probes that places outside look at. In one order, so that two writers wait for each other and never in a circle. */
export function lockPlaced(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('watchProbe as probe')
    .leftJoin('watchSeries as series', 'series.probeId', 'probe.id')
    .select(['probe.id', 'probe.quorum', 'probe.everySeconds', 'probe.vantagesNeeded', 'probe.placedAt'])
    .select(['series.begunAt', 'series.settledTo', 'series.following'])
    .where('probe.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('probe.vantagesNeeded', 'is not', null)
    .orderBy('probe.id')
    .forUpdate(['probe'])
    .execute()
}

export type PlacedProbe = Awaited<ReturnType<typeof lockPlaced>>[number]
export type LookRow = Awaited<ReturnType<typeof listLooks>>[number]

/** Where the series of these probes stand at each place, by the name of the place, this server last. */
export function listLooks(reader: Reader, probeIds: readonly string[]) {
  return reader
    .selectFrom('watchLook as look')
    .leftJoin('watchVantage as vantage', 'vantage.id', 'look.elsewhereId')
    .selectAll('look')
    .select(['vantage.name', 'vantage.isOn'])
    .where('look.probeId', '=', sql<string>`any(${[...probeIds]}::uuid[])`)
    .orderBy('vantage.name', (order) => order.asc().nullsLast())
    .orderBy('look.vantageId')
    .execute()
}

type Placed = { readonly probeId: string; readonly vantageId: string }

export async function saveLookStretches(tx: Tx, stretches: readonly (Placed & Stretch)[]): Promise<void> {
  await sql`insert into watch_look_stretch (probe_id, vantage_id, from_at, to_at, state)
    select "probeId", "vantageId", to_timestamp("from"), to_timestamp("to"), state
    from jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb)
      as stretch("probeId" uuid, "vantageId" uuid, "from" bigint, "to" bigint, state text)
    on conflict (probe_id, vantage_id, from_at) do update set to_at = excluded.to_at`.execute(tx)
}

export async function saveLookSeries(tx: Tx, series: readonly Placed[]): Promise<void> {
  await sql`update watch_look as kept set begun_at = "begunAt", last_at = "lastAt", took_ms = "tookMs",
      problem = series.problem, certificate_until = "certificateUntil", following = series.following,
      settled_to = "settledTo", stretch_from = "stretchFrom", stretch_state = "stretchState"
    from jsonb_to_recordset(${JSON.stringify(series)}::jsonb) as series("probeId" uuid, "vantageId" uuid,
      "begunAt" timestamptz, "lastAt" timestamptz, "tookMs" integer, problem text, "certificateUntil" timestamptz,
      following jsonb, "settledTo" timestamptz, "stretchFrom" timestamptz, "stretchState" text)
    where kept.probe_id = series."probeId" and kept.vantage_id = series."vantageId"`.execute(tx)
}

/** What each place of these probes saw since a moment: by probe and place, `<probe> <place>`. */
export async function lookStretchesOf(reader: Reader, probeIds: readonly string[], since: number) {
  const rows = await reader
    .selectFrom('watchLookStretch')
    .selectAll()
    .where('probeId', '=', sql<string>`any(${[...probeIds]}::uuid[])`)
    .where('toAt', '>', instantOf(since))
    .orderBy('fromAt')
    .execute()
  const stretches = rows.map(({ probeId, vantageId, fromAt, toAt, state }) => ({
    ...{ key: keyOf({ probeId, vantageId }), from: secondOf(fromAt), to: secondOf(toAt), state: stateOf(state) },
  }))
  return Map.groupBy(stretches, ({ key }) => key)
}

export function keyOf({ probeId, vantageId }: Placed): string {
  return `${probeId} ${vantageId}`
}

export type Cut = { readonly probeId: string; readonly from: number }

/** Takes away what was drawn of probes from a moment on, and answers what ends there: what is drawn anew goes on with it. */
export async function cutStretches(tx: Tx, cuts: readonly Cut[]): Promise<Map<string, Stretch>> {
  const cut = sql`jsonb_to_recordset(${JSON.stringify(cuts)}::jsonb) as cut("probeId" uuid, "from" bigint)`
  await sql`delete from watch_stretch using ${cut}
    where probe_id = cut."probeId" and from_at >= to_timestamp(cut."from")`.execute(tx)
  await sql`update watch_stretch set to_at = to_timestamp(cut."from") from ${cut}
    where probe_id = cut."probeId" and to_at > to_timestamp(cut."from")`.execute(tx)
  const { rows } = await sql<{ probeId: string; fromAt: Temporal.Instant; toAt: Temporal.Instant; state: string }>`
    select probe_id, from_at, to_at, state from watch_stretch join ${cut}
      on probe_id = cut."probeId" and to_at = to_timestamp(cut."from")`.execute(tx)
  return new Map(
    rows.map(({ probeId, fromAt, toAt, state }) => [
      probeId,
      { from: secondOf(fromAt), to: secondOf(toAt), state: stateOf(state) },
    ]),
  )
}
