import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listUnread } from './notice-store.ts'

export async function listNotices(context: Context) {
  requireSignedIn(context)
  return read(context.db, (reader) => listUnread(reader, context))
}
