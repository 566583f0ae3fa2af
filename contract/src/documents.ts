import { z } from 'zod'
import { endpoint } from './endpoint.ts'

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
    refuses: ['file-too-large'],
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
