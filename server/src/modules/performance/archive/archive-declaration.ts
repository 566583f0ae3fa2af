import type { FormId } from '@shiji/contract/performance'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { moveDeclaration } from '../life/move-declaration.ts'
import { type Archive, findArchive, saveArchive } from './archive-store.ts'
import { collectYear } from './collect-year.ts'
import { loadAttachments } from './load-attachments.ts'
import { makeBundle } from './make-bundle.ts'

/**
 * First the year is ended, so that nothing in it changes any more; then the bundle is made from what stands. A server
 * that dies between the two leaves an ended year without a bundle, and the next call makes it.
 */
export async function archiveDeclaration(context: Context, { id }: { id: FormId }): Promise<Archive> {
  requirePermission(context, 'performance.write')
  const before = await read(context.db, async (reader) => ({
    declaration: (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found'),
    archive: await findArchive(reader, id),
  }))
  if (before.archive !== undefined) return before.archive
  if (before.declaration.state !== 'archived') await endYear(context, id)

  const { files, sumsSha256 } = await makeBundle(context, await collectYear(context, id))
  return inTransaction(context.db, async (tx) => {
    const { now: madeAt, actor } = context
    const isFirst = await saveArchive(tx, { formId: id, sumsSha256, files, madeAt, madeBy: actor.personId })
    if (isFirst) {
      await recordInLedger(tx, context, { did: 'performance.archived', formId: id, sumsSha256, files: files.length })
    }
    return (await findArchive(tx, id)) ?? refuse('not-found')
  })
}

async function endYear(context: PersonContext, id: FormId): Promise<void> {
  // What cannot be packed is refused while it can still be mended.
  const year = await collectYear(context, id)
  if (year.selfEvaluation !== null && year.selfEvaluation.state !== 'accepted') refuse('self-evaluation-on-its-way')
  await loadAttachments(context, year)
  await inTransaction(context.db, async (tx) => {
    await moveDeclaration(tx, context, { id, deed: 'archive' })
  })
}
