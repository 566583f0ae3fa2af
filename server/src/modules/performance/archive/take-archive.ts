import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { writeZip } from '#platform/files/write-zip'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { findArchive } from './archive-store.ts'

/** The bundle put together from the file store; nothing is made anew, so its hashes are those of the day it was made. */
export async function takeArchive(context: Context, { id }: { id: FormId }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { declaration, archive } = await read(context.db, async (reader) => ({
    declaration: (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found'),
    archive: (await findArchive(reader, id)) ?? refuse('not-found'),
  }))
  const pieces = await writeZip(archive.files, ({ sha256 }) => context.files.open(sha256))
  const name = `${declaration.project}-${declaration.year}-档案.zip`
  return new File(pieces, name, { type: 'application/zip' })
}
