import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { readOnce } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listVersionRows, seesForm } from './form-store.ts'

export async function listVersions(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  const [isSeen, versions] = await readOnce(context.db, (reader) =>
    Promise.all([seesForm(reader, context.actor, id), listVersionRows(reader, id)]),
  )
  return isSeen ? versions : refuse('not-found')
}
