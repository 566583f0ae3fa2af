import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { listRevisionRows } from './revision-store.ts'
import { sayRevision } from './say-revision.ts'

export async function listRevisions(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  const { actor } = context
  return read(context.db, async (reader) => {
    if ((await findDeclaration(reader, actor, id)) === undefined) refuse('not-found')
    const revisions = []
    for (const row of await listRevisionRows(reader, actor, id)) revisions.push(await sayRevision(reader, actor, row))
    return revisions
  })
}
