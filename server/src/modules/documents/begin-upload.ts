import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuseLargeFile } from './add-document.ts'
import { dropUploadsBefore, saveUpload, stateOf, type UploadState } from './upload-store.ts'

/** Whoever means to go on does so within a day. */
const KEPT = { hours: 24 }
const SWEPT_AT_ONCE = 20

/** Also sweeps away what was begun and left. */
export async function beginUpload(context: Context, input: { name: string; bytes: number }): Promise<UploadState> {
  requireSignedIn(context)
  refuseLargeFile(input.bytes)
  const { personId, unitId } = context.actor
  const { upload, left } = await inTransaction(context.db, async (tx) => {
    const left = await dropUploadsBefore(tx, context.now.subtract(KEPT), SWEPT_AT_ONCE)
    const begun = { id: context.newId(), unitId, ...input, startedAt: context.now, startedBy: personId }
    return { upload: await saveUpload(tx, begun), left }
  })
  for (const id of left) await context.files.dropParts(id)
  return stateOf(upload, null)
}
