import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { dropUploadsBefore } from './upload-store.ts'

/** Whoever means to go on does so within a day. */
const KEPT = { hours: 24 }
const AT_ONCE = 200

/** Sweeps away what was begun and left: the rows first, so that nobody goes on with parts that are half gone. */
export async function dropLeftUploads(context: Context): Promise<void> {
  const before = context.now.subtract(KEPT)
  for (;;) {
    const left = await inTransaction(context.db, (tx) => dropUploadsBefore(tx, before, AT_ONCE))
    for (const id of left) await context.files.dropParts(id)
    if (left.length < AT_ONCE) return
  }
}
