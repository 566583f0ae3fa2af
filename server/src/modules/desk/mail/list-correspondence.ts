import type { TicketId } from '@shiji/contract/desk'
import { type Correspondence, LetterId, MailId } from '@shiji/contract/desk-mail'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { isTicketVisible } from '../tickets/ticket-store.ts'
import { sayMailProblem } from './mailbox-store.ts'

type Shown = z.infer<typeof Correspondence>

export async function listCorrespondence(context: Context, { id }: { id: TicketId }): Promise<Shown[]> {
  requirePermission(context, 'desk.read')
  return read(context.db, async (reader) => {
    if (!(await isTicketVisible(reader, context.actor, id))) refuse('not-found')
    const all = [...(await mailsOf(reader, id)), ...(await lettersOf(reader, context, id))]
    return all.sort((one, other) => Temporal.Instant.compare(one.at, other.at))
  })
}

async function mailsOf(reader: Reader, ticketId: string): Promise<Shown[]> {
  const mails = await reader
    .selectFrom('deskMail')
    .select(['id', 'receivedAt', 'senderName', 'sender', 'words', 'leftOut'])
    .where('ticketId', '=', ticketId)
    .where('outcome', 'in', ['ticket', 'reply'])
    .execute()
  const files = await reader
    .selectFrom('deskMailFile as file')
    .innerJoin('deskMail as mail', 'mail.id', 'file.mailId')
    .innerJoin('documentsDocument as document', 'document.id', 'file.documentId')
    .select(['file.mailId', 'file.number', 'document.name', 'document.bytes'])
    .where('mail.ticketId', '=', ticketId)
    .orderBy('file.number')
    .execute()
  return mails.map(({ id, receivedAt, senderName, sender, words, leftOut }) => ({
    kind: 'in',
    id: MailId.parse(id),
    at: receivedAt.toString(),
    who: senderName,
    address: sender,
    ...{ words, leftOut },
    files: files
      .filter(({ mailId }) => mailId === id)
      .map(({ number, name, bytes }) => ({ number, name, bytes: Number(bytes) })),
  }))
}

async function lettersOf(reader: Reader, { language }: Context, ticketId: string): Promise<Shown[]> {
  const rows = await reader
    .selectFrom('deskLetter as letter')
    .innerJoin('deskNotice as notice', 'notice.aboutId', 'letter.id')
    .leftJoin('directoryPerson as person', 'person.id', 'letter.madeBy')
    .select(['letter.id', 'letter.madeAt', 'letter.address', 'letter.words', 'person.name as who'])
    .select(['notice.deliveredAt', 'notice.failedAt', 'notice.failure'])
    .where('letter.ticketId', '=', ticketId)
    .where('notice.channel', '=', 'mail')
    .execute()
  return rows.map(({ id, madeAt, address, words, who, deliveredAt, failedAt, failure }) => ({
    kind: 'out',
    id: LetterId.parse(id),
    at: madeAt.toString(),
    who: who ?? '',
    ...{ address, words },
    state: failedAt !== null ? 'failed' : deliveredAt === null ? 'queued' : 'sent',
    problem: sayMailProblem(failure ?? '', language),
  }))
}
