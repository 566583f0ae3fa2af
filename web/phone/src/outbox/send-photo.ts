import type { TicketId } from '@shiji/contract/desk'
import type { DocumentId, UploadId } from '@shiji/contract/documents'
import { api } from '../api/client.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Entry } from './entry.ts'
import { saveEntry } from './outbox-store.ts'

/** As the server takes them (contract/documents): small enough that a broken line costs little. */
const PART_BYTES = 2 ** 18

type Photo = Extract<Entry, { kind: 'photo' }>
type Going = { readonly id: string; readonly received: number; readonly document: { readonly id: string } | null }

/** Brings the photo in parts, noting after each step how far it came, and hangs it on its ticket. */
export async function sendPhoto(entry: Photo): Promise<void> {
  const documentId = entry.documentId ?? (await bring(entry))
  await api.deskPhotos.addPhoto({
    id: entry.ticketId as TicketId,
    photoId: entry.photoId,
    documentId: documentId as DocumentId,
    takenAt: entry.at,
  })
}

async function bring(entry: Photo): Promise<string> {
  let going = await resume(entry)
  while (going.document === null) {
    const { id, received } = going
    const part = new File([entry.photo.slice(received, received + PART_BYTES)], entry.name)
    going = await api.documents.addPart({ id: id as UploadId, offset: received, part })
  }
  await saveEntry({ ...entry, documentId: going.document.id })
  return going.document.id
}

/** What was begun earlier, if the server still has it. */
async function resume(entry: Photo): Promise<Going> {
  if (entry.uploadId !== null) {
    try {
      return await api.documents.readUpload({ id: entry.uploadId as UploadId })
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error
    }
  }
  const begun = await api.documents.beginUpload({ name: entry.name, bytes: entry.photo.size })
  await saveEntry({ ...entry, uploadId: begun.id })
  return begun
}
