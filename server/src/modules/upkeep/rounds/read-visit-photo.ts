import type { DocumentId } from '@shiji/contract/documents'
import { pictureTypeOf } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findVisitPhoto } from './visit-store.ts'

type Input = { readonly id: string; readonly documentId: DocumentId }

/** Whoever may see the round may see its pictures, whichever unit brought them. */
export async function readVisitPhoto(context: Context, input: Input) {
  requirePermission(context, 'upkeep.read')
  const photo = await read(context.db, (reader) => findVisitPhoto(reader, context.actor, input))
  if (photo === undefined) return refuse('not-found')
  const bytes = await context.files.open(photo.sha256)
  return new File([bytes], photo.name, { type: pictureTypeOf(bytes) ?? 'application/octet-stream' })
}
