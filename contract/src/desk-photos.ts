import { z } from 'zod'
import { TicketId } from './desk.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'

/** Photos of what was found and done; the file itself is brought as a document, in parts where the line is bad. */

export const PhotoId = z.uuid().brand<'PhotoId'>()
export type PhotoId = z.infer<typeof PhotoId>

const instant = z.iso.datetime()

export const Photo = z.object({
  id: PhotoId,
  name: z.string(),
  bytes: z.number().int(),
  takenAt: instant,
  addedAt: instant,
  who: z.string(),
})

const access = { permission: 'desk.read' } as const

export const deskPhotos = {
  addPhoto: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/photos',
    summary: 'Hang a photo on a ticket; the same photo id again is the same photo',
    access: { permission: 'desk.log' },
    refuses: ['not-found', 'no-photo', 'photos-enough'],
  })
    .input(
      z.object({
        id: TicketId,
        /** Made by the device, so that an outbox may send it twice. */
        photoId: z.uuid(),
        documentId: DocumentId,
        takenAt: instant,
      }),
    )
    .output(Photo),
  listPhotos: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/photos',
    summary: 'The photos of a ticket, in the order in which they were taken',
    access,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(z.array(Photo)),
  readPhoto: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/photos/{photoId}',
    summary: 'The photo itself, as it was taken',
    access,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId, photoId: PhotoId }))
    .output(z.file()),
}
