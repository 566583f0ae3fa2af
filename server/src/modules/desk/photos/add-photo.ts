import type { TicketId } from '@shiji/contract/desk'
import type { DocumentId } from '@shiji/contract/documents'
import { openDocument, pictureTypeOf } from '#modules/documents'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockTicket } from '../tickets/ticket-store.ts'
import { findPhotoRow, findTicketOfPhoto, listPhotoRows, savePhoto } from './photo-store.ts'

/** More than that tells nobody anything. */
const MOST_OF_TICKET = 50

type Input = {
  readonly id: TicketId
  readonly photoId: string
  readonly documentId: DocumentId
  readonly takenAt: string
}

export async function addPhoto(context: Context, input: Input) {
  requirePermission(context, 'desk.log')
  const { bytes } = await openDocument(context, input.documentId)
  if (pictureTypeOf(bytes) === null) refuse('no-photo')

  return inTransaction(context.db, async (tx) => {
    const { id: ticketId, photoId: id } = input
    if ((await lockTicket(tx, context.actor, ticketId)) === undefined) refuse('not-found')
    const known = await findTicketOfPhoto(tx, id)
    if (known !== undefined && known !== ticketId) refuse('not-found')
    if (known === undefined) await add(tx, context, input)
    return (await findPhotoRow(tx, { ticketId, id })) ?? refuse('not-found')
  })
}

async function add(tx: Tx, context: PersonContext, { id: ticketId, photoId: id, documentId, takenAt }: Input) {
  const there = await listPhotoRows(tx, ticketId)
  if (there.length >= MOST_OF_TICKET) refuse('photos-enough', { limit: MOST_OF_TICKET })

  const { now, actor } = context
  const photo = { id, ticketId, documentId, takenAt: Temporal.Instant.from(takenAt) }
  await savePhoto(tx, { ...photo, addedAt: now, addedBy: actor.personId })
  await recordInLedger(tx, context, { did: 'desk.photo-added', ticketId, photoId: id, documentId, takenAt })
}
