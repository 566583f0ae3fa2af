import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { listSecretRows } from './secret-row-store.ts'

export async function listKeptBack(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findForm(reader, context.actor, { id })) === undefined) refuse('not-found')
    return { rows: await listSecretRows(reader, id) }
  })
}
