import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findEntry } from './entry-store.ts'
import { foldedNames, listUseRows } from './use-store.ts'

const MOST = 50

export async function listUses(context: Context, { id }: { id: string }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { entry } = (await findEntry(reader, id)) ?? refuse('not-found')
    return listUseRows(reader, context.actor, foldedNames(entry), MOST)
  })
}
