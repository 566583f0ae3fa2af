import type { UploadId } from '@shiji/contract/documents'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { keepDocument } from './add-document.ts'
import { readUpload } from './read-upload.ts'
import { advanceUpload, endUpload, findUpload, stateOf, type UploadRow, type UploadState } from './upload-store.ts'

type Part = { readonly id: UploadId; readonly offset: number; readonly part: File }

/** A part that arrived before is taken again without harm; one that leaves a gap is told where to begin. */
export async function addPart(context: Context, { id, offset: from, part }: Part): Promise<UploadState> {
  requireSignedIn(context)
  const { personId } = context.actor
  const upload = await read(context.db, (reader) => findUpload(reader, { id, personId }))
  if (upload === undefined) return refuse('not-found')
  const { received, bytes } = upload
  const to = from + part.size
  if (from > received || to > bytes) return refuse('part-out-of-place', { expected: received })
  if (to <= received) return readUpload(context, { id })

  await context.files.keepPart(id, { from, bytes: new Uint8Array(await part.arrayBuffer()) })
  if (to === bytes) return finish(context, upload)
  const moved = await inTransaction(context.db, (tx) => advanceUpload(tx, id, { from: received, to }))
  return moved ? stateOf({ ...upload, received: to }, null) : readUpload(context, { id })
}

/** The bytes are durable under their hash before the row names them; the parts go last. */
async function finish(context: Context, upload: UploadRow): Promise<UploadState> {
  const { id, name, bytes } = upload
  const sha256 = await context.files.save(await context.files.openParts(id))
  const document = await inTransaction(context.db, async (tx) => {
    const kept = await keepDocument(tx, context, { name, bytes, sha256 })
    await endUpload(tx, upload, kept.id)
    return kept
  })
  await context.files.dropParts(id)
  return stateOf({ ...upload, received: bytes }, document)
}
