import type { UploadId } from '@shiji/contract/documents'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDocumentRow } from './document-store.ts'
import { findUpload, stateOf, type UploadState } from './upload-store.ts'

export async function readUpload(context: Context, { id }: { id: UploadId }): Promise<UploadState> {
  requireSignedIn(context)
  const { actor } = context
  return read(context.db, async (reader) => {
    const upload = await findUpload(reader, { id, personId: actor.personId })
    if (upload === undefined) return refuse('not-found')
    const { documentId } = upload
    const document = documentId === null ? undefined : await findDocumentRow(reader, actor, documentId)
    return stateOf(upload, document ?? null)
  })
}
