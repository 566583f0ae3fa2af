import type { DocumentId } from '@shiji/contract/documents'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDocumentRow } from './document-store.ts'

/** Whatever the file says it is, it leaves as bytes. */
const BYTES = 'application/octet-stream'

export async function readDocument(context: Context, { id }: { id: DocumentId }): Promise<File> {
  requireSignedIn(context)
  const { name, bytes } = await openDocument(context, id)
  return new File([bytes], name, { type: BYTES })
}

/** For modules that read what people bring; what the actor may not see is not there. */
export async function openDocument(
  context: Context,
  id: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const document = await read(context.db, (reader) => findDocumentRow(reader, context.actor, id))
  if (document === undefined) return refuse('not-found')
  return { name: document.name, bytes: await context.files.open(document.sha256) }
}
