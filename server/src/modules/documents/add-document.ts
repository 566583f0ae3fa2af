import { MOST_FILE_BYTES } from '@shiji/contract/documents'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { type DocumentRow, getSameDocument, saveDocument } from './document-store.ts'

const MEGABYTE = 2 ** 20

/** The file first, durable, then the row that names it: a row never points at bytes that are not there. */
export async function addDocument(context: Context, input: { name: string; file: File }): Promise<DocumentRow> {
  requireSignedIn(context)
  const { personId, unitId } = context.actor
  const { name, file } = input
  if (file.size === 0) refuse('file-empty')
  if (file.size > MOST_FILE_BYTES) {
    refuse('file-too-large', { megabytes: Math.ceil(file.size / MEGABYTE), limit: MOST_FILE_BYTES / MEGABYTE })
  }

  const sha256 = await context.files.save(new Uint8Array(await file.arrayBuffer()))

  return inTransaction(context.db, async (tx) => {
    const id = context.newId()
    const document = { id, unitId, name, bytes: file.size, sha256, addedAt: context.now, addedBy: personId }
    const added = await saveDocument(tx, document)
    if (added === null) return getSameDocument(tx, document)
    await recordInLedger(tx, context, { did: 'documents.added', documentId: id, name, bytes: file.size, sha256 })
    return added
  })
}
