import { PhotoId } from '@shiji/contract/desk-photos'
import type { Reader, Tx } from '#platform/database/transaction'

export async function listPhotoRows(reader: Reader, ticketId: string) {
  const rows = await photos(reader).where('photo.ticketId', '=', ticketId).execute()
  return rows.map(showPhoto)
}

export async function findPhotoRow(reader: Reader, { ticketId, id }: { ticketId: string; id: string }) {
  const row = await photos(reader).where('photo.ticketId', '=', ticketId).where('photo.id', '=', id).executeTakeFirst()
  return row && { ...showPhoto(row), sha256: row.sha256 }
}

/** The ticket a photo of this id hangs on already. */
export async function findTicketOfPhoto(reader: Reader, id: string): Promise<string | undefined> {
  const row = await reader.selectFrom('deskPhoto').select('ticketId').where('id', '=', id).executeTakeFirst()
  return row?.ticketId
}

type NewPhoto = {
  readonly id: string
  readonly ticketId: string
  readonly documentId: string
  readonly takenAt: Temporal.Instant
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
}

export async function savePhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  await tx.insertInto('deskPhoto').values(photo).execute()
}

function photos(reader: Reader) {
  return reader
    .selectFrom('deskPhoto as photo')
    .innerJoin('documentsDocument as document', 'document.id', 'photo.documentId')
    .innerJoin('directoryPerson as person', 'person.id', 'photo.addedBy')
    .select(['photo.id', 'photo.takenAt', 'photo.addedAt', 'person.name as who'])
    .select(['document.name', 'document.bytes', 'document.sha256'])
    .orderBy('photo.takenAt')
    .orderBy('photo.id')
}

type RawPhoto = Awaited<ReturnType<ReturnType<typeof photos>['execute']>>[number]

function showPhoto({ id, name, bytes, takenAt, addedAt, who }: RawPhoto) {
  const moments = { takenAt: takenAt.toString(), addedAt: addedAt.toString() }
  return { id: PhotoId.parse(id), name, bytes: Number(bytes), ...moments, who }
}
