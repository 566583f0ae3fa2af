import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { saySelfEvaluation } from './say-self-evaluation.ts'
import { findSelfEvaluation } from './self-evaluation-store.ts'

export async function readSelfEvaluation(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const own = (await findSelfEvaluation(reader, context.actor, id)) ?? refuse('not-found')
    return saySelfEvaluation(reader, context, own)
  })
}
