import { makeId } from '../../../desk/src/kit/make-id.ts'
import type { Entry } from '../outbox/entry.ts'
import { addEntry, saveEntry } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { getSession } from '../session/session.ts'
import { type Draft, dropDraft } from './draft.ts'

type Refused = Extract<Entry, { kind: 'call' }>
type With = { readonly photos: readonly File[]; readonly refused: Refused | null }

/** Keeps the call and its photos on the phone, and begins to send them; a refused one keeps its place and its time. */
export async function keepCall(draft: Draft, { photos, refused }: With): Promise<void> {
  const owner = getSession().me?.person.id
  if (owner === undefined) return
  const { at, earlier, ...call } = draft
  const happened = earlier === '' ? at : new Date(earlier).toISOString()
  if (refused === null) {
    await addEntry({ kind: 'call', call }, { owner, at: happened })
    dropDraft()
  } else {
    await saveEntry({ ...refused, call, at: earlier === '' ? refused.at : happened, refused: null })
  }
  await keepPhotos(photos, { ticketId: call.id, title: call.what || call.serviceName, owner })
  void sendOutbox()
}

type Of = { readonly ticketId: string; readonly title: string; readonly owner: string }

export async function keepPhotos(photos: readonly File[], { ticketId, title, owner }: Of): Promise<void> {
  for (const photo of photos) {
    const at = new Date(photo.lastModified).toISOString()
    const work = { kind: 'photo', ticketId, title, photoId: makeId(), photo, name: photo.name } as const
    await addEntry({ ...work, uploadId: null, documentId: null }, { owner, at })
  }
}
