import type { FormId } from '@shiji/contract/performance'
import { findRunningCase } from '#modules/flow'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { moveDeclaration } from './move-declaration.ts'
import { readLife } from './read-life.ts'

export async function withdrawDeclaration(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.write')

  await inTransaction(context.db, async (tx) => {
    const about = { subjectKind: 'declaration', subjectId: id }
    if ((await findRunningCase(tx, about)) !== null) refuse('already-on-its-way')
    await moveDeclaration(tx, context, { id, deed: 'withdraw' })
  })
  return readLife(context, { id })
}
