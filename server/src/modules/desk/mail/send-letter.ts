import { fail } from '@shiji/kernel/result'
import { listAllowed } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read, type Tx } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { sendMail } from '#platform/outgoing/send-mail'
import { asMailProblem, findMailbox, keepProblem, type MailProblem } from './mailbox-store.ts'
import { sendLetterJob } from './send-letter-job.ts'

const MOST_ATTEMPTS = 8
const LONGEST_WAIT_MINUTES = 60

/** Sent again after a crash it carries the same Message-ID, by which the other side knows it. */
export async function sendLetter(context: Context, { letterId }: { letterId: string }): Promise<void> {
  const load = await read(context.db, (reader) => loadLetter(reader, context, letterId))
  if (load === null) return
  const { letter, mailbox, allowed } = load
  const { settings, password } = mailbox
  const mail = {
    from: settings.address,
    to: letter.address,
    subject: letter.subject,
    text: letter.words,
    messageId: letter.messageId,
    ...(letter.answers === '' ? {} : { inReplyTo: letter.answers }),
    ...(letter.refers === '' ? {} : { references: letter.refers }),
    headers: markOf(settings.address, letter.kind),
  }
  const server = { ...settings.sending, user: settings.user, password: password ?? '' }
  const sent =
    password === null ? fail({ code: 'mailbox-locked', parameters: {} }) : await sendMail(server, allowed, mail)
  const problem = sent.ok ? null : asMailProblem(sent.problem)
  await inTransaction(context.db, (tx) => noteSent(tx, context, { letterId, attempts: letter.attempts + 1, problem }))
}

/** Nobody's machine answers it (RFC 3834 §3.1.7), and it is known when it comes back. */
function markOf(address: string, kind: string): Record<string, string> {
  const byMachine = kind === 'answer' ? {} : { 'Auto-Submitted': 'auto-replied' }
  return { 'X-Loop': address, 'X-Auto-Response-Suppress': 'All', ...byMachine }
}

async function loadLetter(reader: Reader, context: Context, id: string) {
  const letter = await reader
    .selectFrom('deskLetter as letter')
    .innerJoin('deskNotice as notice', 'notice.aboutId', 'letter.id')
    .selectAll('letter')
    .where('letter.id', '=', id)
    .where('notice.channel', '=', 'mail')
    .where('notice.deliveredAt', 'is', null)
    .where('notice.failedAt', 'is', null)
    .executeTakeFirst()
  const mailbox = await findMailbox(reader, context)
  if (letter === undefined || mailbox === undefined) return null
  return { letter, mailbox, allowed: await listAllowed(reader) }
}

type Outcome = { readonly letterId: string; readonly attempts: number; readonly problem: MailProblem | null }

async function noteSent(tx: Tx, context: Context, { letterId, attempts, problem }: Outcome): Promise<void> {
  const { now } = context
  await tx.updateTable('deskLetter').set({ attempts }).where('id', '=', letterId).execute()
  const isOver = attempts >= MOST_ATTEMPTS
  const fate = problem === null ? { deliveredAt: now, failure: null } : { failure: keepProblem(problem) }
  await tx
    .updateTable('deskNotice')
    .set({ ...fate, ...(problem !== null && isOver ? { failedAt: now } : {}) })
    .where('aboutId', '=', letterId)
    .where('channel', '=', 'mail')
    .execute()
  if (problem === null || isOver) return
  const runAt = now.add({ minutes: Math.min(2 ** (attempts - 1), LONGEST_WAIT_MINUTES) })
  await enqueue(tx, context, { job: sendLetterJob, payload: { letterId }, runAt })
}
