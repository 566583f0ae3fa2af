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

/** The largest part of a file that comes in parts. */
export const MOST_PART_BYTES = 2 ** 20

export const UploadId = z.uuid().brand<'UploadId'>()
export type UploadId = z.infer<typeof UploadId>

/** A file on its way: `received` is where its next part begins. */
export const Upload = z.object({
  id: UploadId,
  name: z.string(),
  bytes: z.number().int(),
  received: z.number().int(),
  /** The file, once its last byte is here; the upload is over then. */
  document: Document.nullable(),
})

export const PreviewBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
])

/** What a file says, to be looked at without opening it: its texts and tables, or the picture it is. */
export const DocumentPreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), name: z.string(), blocks: z.array(PreviewBlock), isCut: z.boolean() }),
  z.object({
    kind: z.literal('picture'),
    name: z.string(),
    mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  }),
  z.object({ kind: z.literal('none'), name: z.string(), sentence: z.string() }),
])

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

  searchDocuments: endpoint({
    method: 'GET',
    path: '/documents',
    summary: 'Files by a piece of their name, the newest first',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ text: z.string().trim().min(1).max(50) }))
    .output(z.array(Document.extend({ unitName: z.string() }))),

  previewDocument: endpoint({
    method: 'GET',
    path: '/documents/{id}/preview',
    summary: 'What the file says: its texts and tables, or that it is a picture',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: DocumentId }))
    .output(DocumentPreview),

  beginUpload: endpoint({
    method: 'POST',
    path: '/uploads',
    summary: 'Begin a file that comes in parts',
    access: 'signed-in',
    refuses: ['file-too-large'],
  })
    .input(z.object({ name: z.string().trim().min(1).max(200), bytes: z.number().int().positive() }))
    .output(Upload),

  readUpload: endpoint({
    method: 'GET',
    path: '/uploads/{id}',
    summary: 'How much of the file has arrived',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: UploadId }))
    .output(Upload),

  addPart: endpoint({
    method: 'POST',
    path: '/uploads/{id}/parts',
    summary: 'The next part; the last one makes the file',
    access: 'signed-in',
    refuses: ['not-found', 'part-out-of-place'],
  })
    .input(
      z.object({ id: UploadId, offset: z.coerce.number().int().nonnegative(), part: z.file().max(MOST_PART_BYTES) }),
    )
    .output(Upload),
}
