import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuseLargeFile } from './add-document.ts'
import { saveUpload, stateOf, type UploadState } from './upload-store.ts'

export async function beginUpload(context: Context, input: { name: string; bytes: number }): Promise<UploadState> {
  requireSignedIn(context)
  refuseLargeFile(input.bytes)
  const { personId, unitId } = context.actor
  const begun = { id: context.newId(), unitId, ...input, startedAt: context.now, startedBy: personId }
  return stateOf(await inTransaction(context.db, (tx) => saveUpload(tx, begun)), null)
}
