import type { RegulationId } from '@shiji/contract/regulations'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findRegulation } from './regulation-store.ts'

export async function openRegulation(context: Context, { id }: { id: RegulationId }) {
  requirePermission(context, 'documents.read')
  return read(context.db, async (reader) => (await findRegulation(reader, context, id)) ?? refuse('not-found'))
}
