import type { TicketId } from '@shiji/contract/desk'
import type { PhotoId } from '@shiji/contract/desk-photos'
import { pictureTypeOf } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { isTicketVisible } from '../tickets/ticket-store.ts'
import { findPhotoRow } from './photo-store.ts'

/** Whoever may see the ticket may see its photos, whichever unit brought them. */
export async function readPhoto(context: Context, { id: ticketId, photoId: id }: { id: TicketId; photoId: PhotoId }) {
  requirePermission(context, 'desk.read')
  const photo = await read(context.db, async (reader) => {
    const isVisible = await isTicketVisible(reader, context.actor, ticketId)
    return isVisible ? findPhotoRow(reader, { ticketId, id }) : undefined
  })
  if (photo === undefined) return refuse('not-found')
  const bytes = await context.files.open(photo.sha256)
  return new File([bytes], photo.name, { type: pictureTypeOf(bytes) ?? 'application/octet-stream' })
}
