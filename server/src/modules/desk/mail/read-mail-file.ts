import type { TicketId } from '@shiji/contract/desk'
import type { MailId } from '@shiji/contract/desk-mail'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { isTicketVisible } from '../tickets/ticket-store.ts'

type Wanted = { readonly id: TicketId; readonly mailId: MailId; readonly number: number }

/** Whoever may see the ticket may see what its mails brought; whatever it says it is, it leaves as bytes. */
export async function readMailFile(context: Context, { id: ticketId, mailId, number }: Wanted) {
  requirePermission(context, 'desk.read')
  const file = await read(context.db, async (reader) => {
    if (!(await isTicketVisible(reader, context.actor, ticketId))) return undefined
    return reader
      .selectFrom('deskMailFile as file')
      .innerJoin('deskMail as mail', 'mail.id', 'file.mailId')
      .innerJoin('documentsDocument as document', 'document.id', 'file.documentId')
      .select(['document.name', 'document.sha256'])
      .where('mail.ticketId', '=', ticketId)
      .where('file.mailId', '=', mailId)
      .where('file.number', '=', number)
      .executeTakeFirst()
  })
  if (file === undefined) return refuse('not-found')
  return new File([await context.files.open(file.sha256)], file.name, { type: 'application/octet-stream' })
}
