import type { OccurrenceId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findOccurrence } from './occurrence-store.ts'

export async function openOccurrence(context: Context, { id }: { id: OccurrenceId }) {
  requirePermission(context, 'upkeep.read')
  const { actor, now } = context
  return (await read(context.db, (reader) => findOccurrence(reader, actor, { id, now }))) ?? refuse('not-found')
}
