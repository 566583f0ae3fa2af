import { VisitId } from '@shiji/contract/upkeep-rounds'
import type { Check } from '@shiji/kernel/upkeep/check'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { markMissed } from '../occurrences/mark-missed.ts'
import { requireOpen } from '../occurrences/settle-occurrence.ts'
import { visitOf } from '../rounds/keep-visits.ts'
import { listPoints, pointsAt } from '../rounds/route-store.ts'
import { type FaultRow, saveVisits, type VisitRow } from '../rounds/visit-store.ts'

/** One time of a plan, by the day it is about and which time of that day. */
type PastTime = { readonly planId: string; readonly day: string; readonly slot: number; readonly by: string }

/** What a record kept elsewhere says became of it. */
export type PastOccurrence = PastTime &
  (
    | {
        readonly kind: 'done'
        readonly at: Temporal.Instant
        readonly enteredAt: Temporal.Instant
        readonly note: string
        readonly attendees: readonly string[]
        /** For a round, the readings of every point in the order of the route. */
        readonly readings: readonly (readonly string[])[]
      }
    | { readonly kind: 'waived'; readonly at: Temporal.Instant; readonly why: string }
    | { readonly kind: 'missed'; readonly cause: string }
  )

const AT_ONCE = 200

/**
 * A year of records taken over whole, by the same rules as if each had been sent: only without a request for each.
 * What nothing is said of is missed; those of which a cause is known get it.
 */
export async function bringPast(context: Context, past: readonly PastOccurrence[]): Promise<void> {
  for (let from = 0; from < past.length; from += AT_ONCE) {
    const some = past.slice(from, from + AT_ONCE).filter(({ kind }) => kind !== 'missed')
    await inTransaction(context.db, (tx) => bring(tx, context, some))
  }
  await markMissed(context)
  await inTransaction(context.db, async (tx) => {
    for (const one of past) if (one.kind === 'missed') await explain(tx, one)
  })
}

async function explain(tx: Tx, { planId, day, slot, by, cause }: PastOccurrence & { kind: 'missed' }): Promise<void> {
  await tx
    .updateTable('upkeepOccurrence')
    .set({ cause, causeBy: by })
    .where('planId', '=', planId)
    .where('day', '=', day)
    .where('slot', '=', slot)
    .where('state', '=', 'missed')
    .execute()
}

async function bring(tx: Tx, context: Context, past: readonly PastOccurrence[]): Promise<void> {
  if (past.length === 0) return
  const planned = await findPlanned(tx, past)
  const notes = []
  const visits: VisitRow[] = []
  const faults: FaultRow[] = []
  for (const one of past) {
    const occurrence = planned.get(`${one.planId} ${one.day} ${one.slot}`)
    if (occurrence === undefined) throw new Error(`nothing is planned on ${one.day}, time ${one.slot}`)
    if (one.kind === 'waived') notes.push(await waive(tx, occurrence.id, one))
    if (one.kind === 'done') {
      const kept = visit(context, { one, occurrence })
      visits.push(...kept.rows)
      faults.push(...kept.faults)
      notes.push(await keep(tx, { one, occurrence, kept }))
    }
  }
  await saveVisits(tx, visits, faults)
  const entries = notes.map(({ did, at, by, detail }) => {
    const entry = { id: context.newId(), at, actorId: by, did, requestId: context.requestId }
    return { ...entry, detail: JSON.stringify(detail) }
  })
  await tx.insertInto('ledgerEntry').values(entries).execute()
}

async function findPlanned(tx: Tx, past: readonly PastOccurrence[]) {
  const rows = await tx
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'one.planId', 'one.day', 'one.slot', 'one.opensAt', 'one.dueAt', 'one.closesAt', 'one.state'])
    .select('plan.routeId')
    .where(sql<boolean>`one.plan_id = any(${[...new Set(past.map(({ planId }) => planId))]}::uuid[])`)
    .where(sql<boolean>`one.day = any(${[...new Set(past.map(({ day }) => day))]}::date[])`)
    .where('one.state', '=', 'planned')
    .execute()
  const routes = new Map<string, Awaited<ReturnType<typeof listPoints>>>()
  for (const routeId of new Set(rows.flatMap((row) => row.routeId ?? []))) {
    routes.set(routeId, await listPoints(tx, routeId))
  }
  return new Map(
    rows.map(({ state, ...row }) => [
      `${row.planId} ${row.day} ${row.slot}`,
      { ...row, state: state as OccurrenceState, points: pointsAt(routes.get(row.routeId ?? '') ?? [], row.opensAt) },
    ]),
  )
}

type Planned = Awaited<ReturnType<typeof findPlanned>> extends Map<string, infer One> ? One : never
type Done = PastOccurrence & { readonly kind: 'done' }

async function waive(tx: Tx, id: string, { at, by, why }: PastOccurrence & { kind: 'waived' }) {
  const waived = { state: 'waived', waivedAt: at, waivedBy: by, waivedWhy: why }
  await tx.updateTable('upkeepOccurrence').set(waived).where('id', '=', id).execute()
  return { did: 'upkeep.occurrence-waived', at, by, detail: { occurrenceId: id, why } }
}

type Lived = { readonly one: Done; readonly occurrence: Planned }

/** Three minutes from point to point, the last one when the round was done. */
function visit({ newId }: Pick<Context, 'newId'>, { one, occurrence }: Lived) {
  const { at, enteredAt, by, readings } = one
  const { points } = occurrence
  const visitor = { now: enteredAt, actor: { personId: by } }
  const input = { sentAt: enteredAt.toString(), device: '' }
  const kept = points.map(({ id: pointId, checks }, index) => {
    const happenedAt = at.subtract({ minutes: 3 * (points.length - 1 - index) }).toString()
    const proved = { proof: 'scan' as const, skipReason: '', photos: [], note: '' }
    const seen = { ...proved, id: VisitId.parse(newId()), pointId, happenedAt }
    return visitOf(visitor, {
      occurrence,
      points,
      visit: { ...seen, readings: valuesOf(checks, readings[index] ?? []) },
      input,
      photos: [],
    })
  })
  const faults = kept.flatMap(({ row, faults: found }) =>
    found.map((what) => ({ id: newId(), visitId: row.id, what, foundAt: row.at, enteredAt })),
  )
  return { rows: kept.map(({ row }) => row), faults }
}

async function keep(tx: Tx, { one, occurrence, kept }: Lived & { kept: ReturnType<typeof visit> }) {
  const { at, enteredAt, by, note, attendees } = one
  const settled = requireOpen(occurrence, { at, enteredAt })
  const outcome = { ...settled, doneAt: at, enteredAt, doneBy: by, note, aheadSeconds: 0 }
  const names = attendees.length === 0 ? null : JSON.stringify(attendees)
  await tx
    .updateTable('upkeepOccurrence')
    .set({ ...outcome, strength: occurrence.points.length > 0 ? 'B' : 'D', attendees: names })
    .where('id', '=', occurrence.id)
    .execute()
  const after = { ...settled, note, attendees, visits: kept.rows.length, faults: kept.faults.map(({ what }) => what) }
  const detail = { occurrenceId: occurrence.id, at: at.toString(), after }
  return { did: 'upkeep.occurrence-done', at: enteredAt, by, detail }
}

function valuesOf(checks: readonly Check[], values: readonly string[]) {
  return checks.map(({ name }, index) => ({ name, value: values[index] ?? '' }))
}
