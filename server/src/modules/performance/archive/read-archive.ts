import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { type Archive, findArchive } from './archive-store.ts'

export async function readArchive(context: Context, { id }: { id: FormId }): Promise<Archive> {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findDeclaration(reader, context.actor, id)) === undefined) refuse('not-found')
    return (await findArchive(reader, id)) ?? refuse('not-found')
  })
}
