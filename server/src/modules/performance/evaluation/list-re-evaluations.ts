import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listReEvaluationRows } from './re-evaluation-store.ts'
import { findSelfEvaluation } from './self-evaluation-store.ts'

export async function listReEvaluations(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findSelfEvaluation(reader, context.actor, id)) === undefined) refuse('not-found')
    return listReEvaluationRows(reader, id)
  })
}
