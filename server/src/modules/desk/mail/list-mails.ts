import type { MailOutcome } from '@shiji/contract/desk-mail'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'

const SHOWN = 100

/** Who keeps the mailbox sees that every mail was dealt with, and not what it says. */
export async function listMails(context: Context) {
  requirePermission(context, 'desk.manage-mail')
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('deskMail as mail')
      .leftJoin('deskTicket as ticket', 'ticket.id', 'mail.ticketId')
      .select(['mail.outcome', 'mail.sender', 'mail.subject', 'mail.receivedAt', 'mail.uidValidity', 'mail.uid'])
      .select('ticket.number')
      .orderBy('mail.handledAt', 'desc')
      .orderBy('mail.uid', 'desc')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map(({ outcome, sender, subject, receivedAt, uidValidity, uid, number }) => ({
    key: `${uidValidity}.${uid}`,
    outcome: outcome as MailOutcome,
    ...{ sender, subject, number },
    receivedAt: receivedAt.toString(),
  }))
}
