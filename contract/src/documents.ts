import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** The largest file taken; a multipart body has its frame besides. */
export const MOST_FILE_BYTES = 30 * 2 ** 20
const FRAME_BYTES = 2 ** 16

/** Files by content: the same bytes are kept once, whoever brings them. */

export const DocumentId = z.uuid().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

export const Document = z.object({
  id: DocumentId,
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  addedAt: z.iso.datetime(),
})

export const documents = {
  addDocument: endpoint({
    method: 'POST',
    path: '/documents',
    summary: 'Bring a file; the same bytes are kept once',
    access: 'signed-in',
    refuses: ['file-too-large', 'file-empty'],
    bodyLimit: MOST_FILE_BYTES + FRAME_BYTES,
  })
    .input(z.object({ name: z.string().trim().min(1).max(200), file: z.file() }))
    .output(Document),
  readDocument: endpoint({
    method: 'GET',
    path: '/documents/{id}',
    summary: 'The file itself',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: DocumentId }))
    .output(z.file()),
}
