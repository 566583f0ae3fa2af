import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm, listVersionRows } from './form-store.ts'

export async function listVersions(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const form = await findForm(reader, context.actor, { id })
    return form === undefined ? refuse('not-found') : listVersionRows(reader, id)
  })
}
