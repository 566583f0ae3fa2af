import type { NewVisit, upkeepRounds } from '@shiji/contract/upkeep-rounds'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { Check } from '@shiji/kernel/upkeep/check'
import { judgeCheck } from '@shiji/kernel/upkeep/judge-check'
import type { z } from 'zod'
import { findDocument, pictureTypeOf } from '#modules/documents'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { type LockedOccurrence, lockOccurrence } from '../occurrences/occurrence-store.ts'
import { requireOpen, settleOccurrence } from '../occurrences/settle-occurrence.ts'
import { openRound } from './open-round.ts'
import { listPoints, pointsAt } from './route-store.ts'
import { saveVisitPhotos, saveVisits, type VisitPhoto, type VisitRow } from './visit-store.ts'

type Input = z.output<NonNullable<(typeof upkeepRounds.keepVisits)['~orpc']['inputSchema']>>
type Point = Awaited<ReturnType<typeof listPoints>>[number]

export async function keepVisits(context: Context, input: Input) {
  requirePermission(context, 'upkeep.work')
  await inTransaction(context.db, async (tx) => {
    const occurrence = (await lockOccurrence(tx, context.actor, input.id)) ?? refuse('not-found')
    await keepVisitsOf(tx, context, { occurrence, input })
    return null
  })
  return openRound(context, { id: input.id })
}

/** What is there already, by id or because the point was seen, is left as it is; the last point ends the round. */
async function keepVisitsOf(
  tx: Tx,
  context: PersonContext,
  { occurrence, input }: { occurrence: LockedOccurrence; input: Input },
): Promise<void> {
  if (occurrence.routeId === null) refuse('not-found')
  const points = pointsAt(await listPoints(tx, occurrence.routeId ?? ''), occurrence.opensAt)
  const known = await tx
    .selectFrom('upkeepVisit')
    .select(['id', 'pointId', 'at', 'proof', 'photos', 'skipReason'])
    .where('occurrenceId', '=', occurrence.id)
    .execute()
  const seen = new Set(known.map(({ pointId }) => pointId))
  const fresh = input.visits.filter(({ pointId }, index, all) => {
    return !seen.has(pointId) && all.findIndex((other) => other.pointId === pointId) === index
  })
  if (fresh.length === 0) return

  const kept = []
  for (const visit of fresh) {
    const photos = await hashesOf(tx, context, visit.photos)
    const one = visitOf(context, { occurrence, points, visit, input, photos })
    const [fault] = one.faults
    if (fault !== undefined && visit.note === '') refuse('fault-needs-deed', { check: fault })
    kept.push(one)
  }
  const rows = kept.map(({ row }) => row)
  const faults = kept.flatMap(({ row, faults: found }) =>
    found.map((what) => {
      return { id: context.newId(), visitId: row.id, what, foundAt: row.at, enteredAt: context.now }
    }),
  )
  await saveVisits(tx, rows, faults)
  await saveVisitPhotos(tx, fresh.flatMap(photosOf))
  const visits = fresh.map((visit, index) => ({ ...visit, hashes: rows[index]?.photos ?? [] }))
  const note = { did: 'upkeep.points-visited', occurrenceId: occurrence.id, visits }
  await recordInLedger(tx, context, { ...note, faults: faults.map(({ what }) => what) })
  const all = [...known, ...rows]
  if (all.length < points.length) return
  const [last] = all.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
  if (last === undefined) return
  const isShown = all.every(({ proof, photos, skipReason }) => {
    return skipReason === '' && (proof === 'scan' || photos.length > 0)
  })
  const { aheadSeconds, device } = rows.at(-1) ?? { aheadSeconds: 0, device: null }
  const doing = { at: last.at, strength: isShown ? 'B' : 'D', aheadSeconds, device, note: '' } as const
  await settleOccurrence(tx, context, { occurrence, doing })
}

export type Visitor = { readonly now: Temporal.Instant; readonly actor: { readonly personId: string } }

type Asked = {
  readonly occurrence: Pick<LockedOccurrence, 'id' | 'state' | 'opensAt' | 'dueAt' | 'closesAt'>
  readonly points: readonly Point[]
  readonly visit: z.output<typeof NewVisit>
  readonly input: Pick<Input, 'sentAt' | 'device'>
  /** SHA-256 of its pictures. */
  readonly photos: readonly string[]
}

/** A visit as it is kept, with the faults its readings show. */
export function visitOf({ now, actor }: Visitor, { occurrence, points, visit, input, photos }: Asked) {
  const point = points.find(({ id }) => id === visit.pointId) ?? refuse('point-elsewhere')
  const { at: text, aheadSeconds } = momentOf({ happenedAt: visit.happenedAt, sentAt: input.sentAt }, now.toString())
  const at = Temporal.Instant.from(text)
  const { isLateEntry } = requireOpen(occurrence, { at, enteredAt: now })
  const { id, pointId, proof, skipReason, note } = visit
  const faults = skipReason === '' ? point.checks.flatMap((check) => faultOf(check, visit.readings)) : []
  const row: VisitRow = {
    id,
    pointId,
    proof,
    skipReason,
    note,
    photos: [...photos],
    occurrenceId: occurrence.id,
    at,
    enteredAt: now,
    enteredBy: actor.personId,
    isLateEntry,
    device: input.device || null,
    aheadSeconds,
    readings: JSON.stringify(skipReason === '' ? visit.readings : []),
  }
  return { row, faults }
}

/** Pictures somebody brought before, of those the visitor may see. */
async function hashesOf(tx: Tx, context: PersonContext, photos: Asked['visit']['photos']): Promise<string[]> {
  const hashes = []
  for (const { documentId } of photos) {
    const document = (await findDocument(tx, context.actor, documentId)) ?? refuse('not-found')
    if (pictureTypeOf(await context.files.open(document.sha256)) === null) refuse('no-photo')
    hashes.push(document.sha256)
  }
  return hashes
}

function photosOf({ id, photos }: Asked['visit']): VisitPhoto[] {
  return photos.map(({ documentId, takenAt }, position) => {
    return { visitId: id, position, documentId, takenAt: Temporal.Instant.from(takenAt) }
  })
}

function faultOf(check: Check, readings: Asked['visit']['readings']): string[] {
  const value = readings.find(({ name }) => name === check.name)?.value ?? ''
  const judged = judgeCheck(check, value)
  if (judged === 'unreadable') refuse('check-unread', { check: check.name })
  if (judged === 'in-order') return []
  return [check.kind === 'number' ? `${check.name} ${value}${check.unit}` : check.name]
}
