import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { findOfDeclaration } from './self-evaluation-store.ts'

export async function findSelfEvaluation(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findDeclaration(reader, context.actor, id)) === undefined) refuse('not-found')
    return { id: await findOfDeclaration(reader, id) }
  })
}
