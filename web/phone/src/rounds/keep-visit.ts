import type { Visit } from '../outbox/entry.ts'
import { addEntry } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { getSession } from '../session/session.ts'
import type { Point, Round } from './use-rounds.ts'
import { dropVisitDraft, type VisitDraft } from './visit-draft.ts'

type Of = { readonly round: Round; readonly point: Point; readonly photos: readonly File[] }

/** Keeps the visit with its pictures as one entry, so that it arrives whole or waits; then it is sent. */
export async function keepVisit(draft: VisitDraft, { round, point, photos }: Of): Promise<void> {
  const owner = getSession().me?.person.id
  if (owner === undefined) return
  const { id, proof, values, note } = draft
  const skipReason = draft.skipReason.trim()
  const read = point.checks.map(({ name }) => ({ name, value: (values[name] ?? '').trim() }))
  const visit: Visit = {
    id,
    pointId: point.id,
    proof,
    skipReason,
    readings: skipReason === '' ? read : [],
    note: note.trim(),
  }
  const kept = photos.map((photo) => {
    const takenAt = new Date(photo.lastModified).toISOString()
    return { photo, name: photo.name, takenAt, uploadId: null, documentId: null }
  })
  const title = `${round.occurrence.planName} · ${point.name}`
  const work = { kind: 'visit', roundId: round.occurrence.id, title, visit, photos: kept } as const
  await addEntry(work, { owner, at: new Date().toISOString() })
  dropVisitDraft()
  void sendOutbox()
}
