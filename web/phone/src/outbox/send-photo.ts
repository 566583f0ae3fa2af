import type { DocumentId, UploadId } from '@shiji/contract/documents'
import { api } from '../api/client.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { KeptPhoto } from './entry.ts'

/** As the server takes them (contract/documents): small enough that a broken line costs little. */
const PART_BYTES = 2 ** 18

type Going = { readonly id: string; readonly received: number; readonly document: { readonly id: string } | null }
/** Keeps on the phone how far the photo came. */
type Note = (photo: KeptPhoto) => Promise<void>

/** Brings the photo in parts, noting after each step how far it came; the document it has become. */
export async function bringPhoto(photo: KeptPhoto, note: Note): Promise<DocumentId> {
  if (photo.documentId !== null) return photo.documentId as DocumentId
  let going = await resume(photo, note)
  while (going.document === null) {
    const { id, received } = going
    const part = new File([photo.photo.slice(received, received + PART_BYTES)], photo.name)
    going = await api.documents.addPart({ id: id as UploadId, offset: received, part })
  }
  await note({ ...photo, documentId: going.document.id })
  return going.document.id as DocumentId
}

/** What was begun earlier, if the server still has it. */
async function resume(photo: KeptPhoto, note: Note): Promise<Going> {
  if (photo.uploadId !== null) {
    try {
      return await api.documents.readUpload({ id: photo.uploadId as UploadId })
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error
    }
  }
  const begun = await api.documents.beginUpload({ name: photo.name, bytes: photo.photo.size })
  await note({ ...photo, uploadId: begun.id })
  return begun
}
