import { MOST_FILE_BYTES } from '@shiji/contract/documents'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { type DocumentRow, getSameDocument, saveDocument } from './document-store.ts'

const MEGABYTE = 2 ** 20

/** The file first, durable, then the row that names it: a row never points at bytes that are not there. */
export async function addDocument(context: Context, input: { name: string; file: File }): Promise<DocumentRow> {
  requireSignedIn(context)
  const { name, file } = input
  if (file.size === 0) refuse('file-empty')
  refuseLargeFile(file.size)
  const sha256 = await context.files.save(new Uint8Array(await file.arrayBuffer()))
  return inTransaction(context.db, (tx) => keepDocument(tx, context, { name, bytes: file.size, sha256 }))
}

export function refuseLargeFile(bytes: number): void {
  if (bytes <= MOST_FILE_BYTES) return
  refuse('file-too-large', { megabytes: Math.ceil(bytes / MEGABYTE), limit: MOST_FILE_BYTES / MEGABYTE })
}

type KeptFile = { readonly name: string; readonly bytes: number; readonly sha256: string }

/** Names bytes that lie in the file store; the same file brought again to the same unit is the one that is there. */
export async function keepDocument(tx: Tx, context: Context, file: KeptFile): Promise<DocumentRow> {
  requireSignedIn(context)
  const { personId, unitId } = context.actor
  return keep(tx, context, { ...file, unitId, addedBy: personId })
}

/** The same for what came from outside to a unit, brought by nobody of the directory. */
export function keepBroughtFile(tx: Tx, context: Context, file: KeptFile & { unitId: string }): Promise<DocumentRow> {
  return keep(tx, context, { ...file, addedBy: null })
}

type Brought = KeptFile & { readonly unitId: string; readonly addedBy: string | null }

async function keep(tx: Tx, context: Context, { unitId, addedBy, ...file }: Brought): Promise<DocumentRow> {
  const id = context.newId()
  const document = { id, unitId, ...file, addedAt: context.now, addedBy }
  const added = await saveDocument(tx, document)
  if (added === null) return getSameDocument(tx, document)
  await recordInLedger(tx, context, { did: 'documents.added', documentId: id, ...file })
  return added
}
