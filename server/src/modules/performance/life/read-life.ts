import type { FormId } from '@shiji/contract/performance'
import { deedsOf } from '@shiji/kernel/life/declaration-life'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration, listApprovals, listSteps } from './life-store.ts'

/** Where a declaration stands and how it got there. */
export async function readLife(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { state } = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    const [approvals, steps] = [await listApprovals(reader, id), await listSteps(reader, id)]
    return { id, state, deeds: deedsOf(state), approvals, steps }
  })
}
