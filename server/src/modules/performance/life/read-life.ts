import type { FormId } from '@shiji/contract/performance'
import { type DeclarationState, type Deed, deedsOf } from '@shiji/kernel/life/declaration-life'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { isAccepted } from '../evaluation/self-evaluation-store.ts'
import { findDeclaration, listApprovals, listSteps } from './life-store.ts'

/** Where a declaration stands and how it got there. */
export async function readLife(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { state } = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    const [approvals, steps] = [await listApprovals(reader, id), await listSteps(reader, id)]
    return { id, state, deeds: await deedsNow(reader, id, state), approvals, steps }
  })
}

/** Nothing follows a self-evaluation before it has passed its desks. */
async function deedsNow(reader: Reader, id: FormId, state: DeclarationState): Promise<Deed[]> {
  const deeds = deedsOf(state)
  if (state !== 'self-evaluated' || (await isAccepted(reader, id))) return deeds
  return deeds.filter((deed) => deed === 'self-evaluate')
}
