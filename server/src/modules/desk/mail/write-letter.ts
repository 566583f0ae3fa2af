import { MailboxSettings } from '@shiji/contract/desk-mail'
import { onOneLine } from '@shiji/kernel/mail/mail-words'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { findLastMail } from './mail-store.ts'
import { sendLetterJob } from './send-letter-job.ts'

export type Letter = {
  readonly id: string
  readonly ticketId: string
  /** 登记回执 · 答复 · 办结告知. */
  readonly kind: 'received' | 'answer' | 'settled'
  readonly words: string
  /** Null when the system writes it. */
  readonly madeBy: string | null
}

/** The address letters come from; undefined while the mailbox is off or none is set. */
async function findDeskAddress(reader: Reader): Promise<string | undefined> {
  const row = await reader.selectFrom('deskMailbox').select('settings').where('isOn', '=', true).executeTakeFirst()
  return row === undefined ? undefined : MailboxSettings.parse(row.settings).address
}

/** Queues a letter to whoever wrote last about the ticket; false when nobody did, or no letter can leave. */
export async function writeLetter(tx: Tx, context: Context, letter: Letter): Promise<boolean> {
  const { id, ticketId, kind, words, madeBy } = letter
  const [mail, from] = [await findLastMail(tx, ticketId), await findDeskAddress(tx)]
  if (mail === undefined || from === undefined || mail.sender === '') return false
  const { now } = context
  const answers = mail.messageId.startsWith('<') ? mail.messageId : ''
  const subject = onOneLine(`回复：[${mail.number}] ${mail.what}`)
  const threaded = { answers, refers: `${mail.refers.split(' ').reverse().join(' ')} ${answers}`.trim() }
  const messageId = `<letter-${id}@${from.split('@')[1]}>`
  const row = { id, ticketId, kind, words, madeBy, address: mail.sender, subject, messageId, ...threaded }
  await tx
    .insertInto('deskLetter')
    .values({ ...row, attempts: 0, madeAt: now })
    .execute()
  const notice = { id: context.newId(), ticketId, about: 'letter', aboutId: id, channel: 'mail', sentAt: now }
  await tx.insertInto('deskNotice').values(notice).execute()
  await enqueue(tx, context, { job: sendLetterJob, payload: { letterId: id } })
  return true
}
