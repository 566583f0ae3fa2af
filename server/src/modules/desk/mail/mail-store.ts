import type { MailOutcome } from '@shiji/contract/desk-mail'
import type { Reader, Tx } from '#platform/database/transaction'

type NewMail = {
  readonly id: string
  readonly mailboxId: string
  readonly uidValidity: bigint
  readonly uid: number
  readonly messageId: string
  readonly outcome: MailOutcome
  readonly sender: string
  readonly senderName: string
  readonly subject: string
  readonly words: string
  readonly refers: readonly string[]
  readonly bytes: number
  readonly receivedAt: Temporal.Instant
  readonly handledAt: Temporal.Instant
  readonly leftOut: number
  readonly ticketId: string | null
}

export async function saveMail(tx: Tx, { uid, bytes, refers, ...mail }: NewMail): Promise<void> {
  await tx
    .insertInto('deskMail')
    .values({ ...mail, uid: BigInt(uid), bytes: BigInt(bytes), refers: refers.join(' ') })
    .onConflict((conflict) => conflict.constraint('desk_mail_once').doNothing())
    .execute()
}

/** Where a mail lies. */
export type MailPlace = Pick<NewMail, 'mailboxId' | 'uidValidity' | 'uid'>

/** Whether the mail is the next one of its mailbox; whoever asks first has it, and a mailbox set anew has none. */
export async function takeMail(tx: Tx, { mailboxId, uidValidity, uid }: MailPlace): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deskMailbox')
    .set({ uidValidity, lastUid: BigInt(uid) })
    .where('id', '=', mailboxId)
    .where((eb) => eb.or([eb('uidValidity', 'is distinct from', uidValidity), eb('lastUid', '<', BigInt(uid))]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a mail of this id came before, in whichever folder or mailbox. */
export async function isKnownMail(reader: Reader, messageId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('deskMail')
    .select('id')
    .where('messageId', '=', messageId)
    .where('outcome', '<>', 'repeated')
    .executeTakeFirst()
  return row !== undefined
}

/** How many mails of a sender were taken since. */
export async function countTaken(reader: Reader, sender: string, since: Temporal.Instant): Promise<number> {
  const { count } = await reader
    .selectFrom('deskMail')
    .select((column) => column.fn.countAll<bigint>().as('count'))
    .where('sender', '=', sender)
    .where('handledAt', '>', since)
    .where('outcome', 'in', ['ticket', 'reply'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The last mail a person wrote about a ticket: whom the desk answers. */
export function findLastMail(reader: Reader, ticketId: string) {
  return reader
    .selectFrom('deskMail as mail')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'mail.ticketId')
    .select(['mail.sender', 'mail.subject', 'mail.messageId', 'mail.refers', 'ticket.number', 'ticket.what'])
    .where('mail.ticketId', '=', ticketId)
    .where('mail.outcome', 'in', ['ticket', 'reply'])
    .orderBy('mail.receivedAt', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many receipts went to an address since. */
export async function countReceipts(reader: Reader, address: string, since: Temporal.Instant): Promise<number> {
  const { count } = await reader
    .selectFrom('deskLetter')
    .select((column) => column.fn.countAll<bigint>().as('count'))
    .where('address', '=', address)
    .where('kind', '=', 'received')
    .where('madeAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
