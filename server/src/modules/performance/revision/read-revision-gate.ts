import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { gateOf } from './gate-of.ts'

export async function readRevisionGate(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const declaration = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    return gateOf(reader, context, { declaration })
  })
}
