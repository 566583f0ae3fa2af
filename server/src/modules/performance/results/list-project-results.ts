import type { ProjectId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findProject } from '../project-store.ts'
import { listResultRows } from './result-store.ts'

export async function listProjectResults(context: Context, { id }: { id: ProjectId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findProject(reader, context.actor, id)) === undefined) refuse('not-found')
    return listResultRows(reader, context.actor, { projectId: id })
  })
}
