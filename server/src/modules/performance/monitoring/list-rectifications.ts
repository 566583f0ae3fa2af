import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { listRectificationRows } from './rectification-store.ts'

export async function listRectifications(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findDeclaration(reader, context.actor, id)) === undefined) refuse('not-found')
    return listRectificationRows(reader, context.actor, { formId: id, today: officeDay(context.now) })
  })
}
