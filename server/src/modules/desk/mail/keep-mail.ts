import type { MailOutcome } from '@shiji/contract/desk-mail'
import { ticketNumberIn } from '@shiji/kernel/mail/mail-words'
import { keepBroughtFile } from '#modules/documents'
import { findPersonByMail } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { addToTicket } from './add-to-ticket.ts'
import { endAttempts } from './attempt-store.ts'
import { findThread } from './find-thread.ts'
import { countTaken, isKnownMail, saveMail, takeMail } from './mail-store.ts'
import type { Mailbox } from './mailbox-store.ts'
import { makeTicket } from './make-ticket.ts'
import type { Envelope } from './parse-mail.ts'
import { writeLetter } from './write-letter.ts'

/** A mail as it was read, its files in the file store already. */
export type ReadMail = {
  readonly mailbox: Mailbox
  readonly uidValidity: bigint
  readonly uid: number
  readonly at: Temporal.Instant
  readonly bytes: number
  readonly envelope: Envelope
  /** `person` is to be taken; everything else is recorded as what it is. */
  readonly verdict: 'person' | 'automatic' | 'bounce' | 'loop' | 'too-large' | 'unreadable' | 'set-aside'
  readonly words: string
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
  readonly leftOut: number
  /** Letters of ours a returned mail speaks of. */
  readonly letters: readonly string[]
}

const MOST_AN_HOUR = 30

type Settled = {
  readonly outcome: MailOutcome
  readonly ticketId: string | null
  /** The unit its files belong to. */
  readonly unitId?: string
  /** What is answered at once. */
  readonly receipt?: string | undefined
}

/** One mail in one transaction, with the mark that it was handled: killed in between, it is as if it had not come. */
export async function keepMail(context: Context, mail: ReadMail): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const { mailbox, uidValidity, uid, at, bytes, envelope, words, leftOut } = mail
    const place = { mailboxId: mailbox.id, uidValidity, uid }
    await endAttempts(tx, place)
    if (!(await takeMail(tx, place))) return
    const id = context.newId()
    const { outcome, ticketId, unitId, receipt } = await settle(tx, context, { ...mail, id })
    const { messageId, sender, senderName, subject, refers } = envelope
    const named = { messageId, sender, senderName, subject, refers, words, leftOut, bytes }
    const row = { id, ...place, outcome, ticketId, ...named }
    await saveMail(tx, { ...row, receivedAt: at, handledAt: context.now })
    if (unitId !== undefined) await keepFiles(tx, context, { id, unitId, files: mail.files })
    if (receipt !== undefined && ticketId !== null) {
      const letter = { id: context.newId(), ticketId, kind: 'received', words: receipt, madeBy: null } as const
      await writeLetter(tx, context, letter)
    }
    await recordInLedger(tx, context, { did: 'desk.mail-handled', mailId: id, messageId, sender, outcome, ticketId })
  })
}

/** What came before the mailbox was set is passed over. */
export async function passOver(context: Context, mail: Pick<ReadMail, 'mailbox' | 'uidValidity' | 'uid'>) {
  const { mailbox, uidValidity, uid } = mail
  await inTransaction(context.db, async (tx) => {
    await takeMail(tx, { mailboxId: mailbox.id, uidValidity, uid })
  })
}

async function settle(tx: Tx, context: Context, mail: ReadMail & { id: string }): Promise<Settled> {
  const { envelope, verdict } = mail
  if (await isKnownMail(tx, envelope.messageId)) return { outcome: 'repeated', ticketId: null }
  if (verdict === 'bounce') return { outcome: 'bounce', ticketId: await noteReturned(tx, context, mail.letters) }
  if (verdict !== 'person') return { outcome: verdict, ticketId: null }

  const { sender, refers, subject } = envelope
  const hourAgo = context.now.subtract({ hours: 1 })
  if ((await countTaken(tx, sender, hourAgo)) >= MOST_AN_HOUR) return { outcome: 'too-many', ticketId: null }
  const person = await findPersonByMail(tx, sender)
  const sought = { refers, sender, number: ticketNumberIn(subject), personId: person?.id ?? null }
  const thread = await findThread(tx, sought)
  return thread === undefined ? makeTicket(tx, context, { ...mail, person }) : addToTicket(tx, context, mail, thread)
}

/** A letter that came back was not delivered, whatever was said when it left. */
async function noteReturned(tx: Tx, { now }: Context, letters: readonly string[]): Promise<string | null> {
  if (letters.length === 0) return null
  const row = await tx
    .selectFrom('deskLetter')
    .select(['id', 'ticketId'])
    .where('messageId', 'in', [...letters])
    .executeTakeFirst()
  if (row === undefined) return null
  await tx
    .updateTable('deskNotice')
    .set({ failedAt: now, failure: JSON.stringify({ code: 'letter-returned', parameters: {} }) })
    .where('aboutId', '=', row.id)
    .where('channel', '=', 'mail')
    .execute()
  return row.ticketId
}

type Brought = { readonly id: string; readonly unitId: string; readonly files: ReadMail['files'] }

async function keepFiles(tx: Tx, context: Context, { id: mailId, unitId, files }: Brought): Promise<void> {
  for (const [index, file] of files.entries()) {
    const { id: documentId } = await keepBroughtFile(tx, context, { unitId, ...file })
    await tx
      .insertInto('deskMailFile')
      .values({ mailId, number: index + 1, documentId })
      .execute()
  }
}
