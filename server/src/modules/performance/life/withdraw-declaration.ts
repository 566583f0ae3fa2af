import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { moveDeclaration } from './move-declaration.ts'
import { readLife } from './read-life.ts'

export async function withdrawDeclaration(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.write')

  await inTransaction(context.db, async (tx) => {
    await moveDeclaration(tx, context, { id, deed: 'withdraw' })
  })
  return readLife(context, { id })
}
