import { judgeMail } from '@shiji/kernel/mail/judge-mail'
import { listAllowed } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { beginAttempt, endAttempts } from './attempt-store.ts'
import { keepMail, passOver, type ReadMail } from './keep-mail.ts'
import { findMailbox, type Mailbox, type MailProblem, noteMailbox } from './mailbox-store.ts'
import { lettersNamedIn, parseBody, parseEnvelope, unreadEnvelope } from './parse-mail.ts'
import { type FoundMail, MOST_MAIL_BYTES, type OpenMailbox, visitMailbox } from './visit-mailbox.ts'

const MOST_A_VISIT = 50
/** A mail at which the process ended so many times is not read again. */
const MOST_ATTEMPTS = 3
const NOTHING = { words: '', files: [], leftOut: 0, letters: [] }

/** Every minute: what lies in the mailbox since the last visit, one by one. */
export async function readMails(given: Context): Promise<void> {
  // The mails themselves say which of them were handled; a second attempt finds other ones than the first did.
  const { once: _, ...db } = given.db
  const context = { ...given, db }
  const { mailbox, allowed } = await read(db, async (reader) => ({
    mailbox: await findMailbox(reader, context),
    allowed: await listAllowed(reader),
  }))
  if (mailbox === undefined || !mailbox.isOn) return
  const { id, settings, password } = mailbox
  const note = (problem: MailProblem | null) => noteLight(context, id, problem)
  if (password === null) return note({ code: 'mailbox-locked', parameters: {} })
  const visited = await visitMailbox({ settings, password, allowed }, (box) => readNew(context, mailbox, box))
  await note(visited.ok ? null : visited.problem)
}

function noteLight({ db, now }: Context, id: string, problem: MailProblem | null): Promise<void> {
  return inTransaction(db, (tx) => noteMailbox(tx, { id, now, problem }))
}

async function readNew(context: Context, mailbox: Mailbox, box: OpenMailbox): Promise<void> {
  const { uidValidity } = box
  // A server that numbers its mails anew is read from the first; what came before is known by its id.
  const last = uidValidity === mailbox.uidValidity ? Number(mailbox.lastUid) : 0
  const numbers = await box.listAfter(last, mailbox.since)
  for (const uid of numbers.slice(0, MOST_A_VISIT)) {
    const found = await box.open(uid)
    const isOld = found === null || found.at.epochMilliseconds < mailbox.since.epochMilliseconds - 1_000
    if (isOld) await passOver(context, { mailbox, uidValidity, uid })
    else await tryOne(context, { mailbox, uidValidity, found })
  }
}

type Found = { readonly mailbox: Mailbox; readonly uidValidity: bigint; readonly found: FoundMail }

async function tryOne(context: Context, given: Found): Promise<void> {
  const { mailbox, uidValidity, found } = given
  const { uid, at, bytes, source } = found
  const place = { mailboxId: mailbox.id, uidValidity, uid }
  const attempts = await inTransaction(context.db, (tx) => beginAttempt(tx, place, context.now))
  if (attempts > MOST_ATTEMPTS) {
    const known = { mailbox, uidValidity, uid, at, bytes, envelope: unreadEnvelope(source) }
    return keepMail(context, { ...known, ...NOTHING, verdict: 'set-aside' })
  }
  try {
    await keepMail(context, await readOne(context, given))
  } catch (error) {
    // What is told can be mended, and the mail waits for it.
    await inTransaction(context.db, (tx) => endAttempts(tx, place))
    throw error
  }
}

async function readOne(context: Context, { mailbox, uidValidity, found }: Found): Promise<ReadMail> {
  const { uid, at, bytes, source } = found
  const envelope = await parseEnvelope(source)
  const { address, user } = mailbox.settings
  const judged = judgeMail(envelope.head, { own: [address, user], mark: address })
  const known = { mailbox, uidValidity, uid, at, bytes, envelope, ...NOTHING }
  if (judged === 'bounce') return { ...known, verdict: judged, letters: lettersNamedIn(source) }
  if (judged !== 'person') return { ...known, verdict: judged }
  if (bytes > MOST_MAIL_BYTES) return { ...known, verdict: 'too-large' }
  const body = await parseBody(source)
  if (!body.ok) return { ...known, verdict: 'unreadable' }
  const { words, leftOut } = body.value
  const files = await Promise.all(
    body.value.files.map(async ({ name, content }) => {
      return { name, bytes: content.length, sha256: await context.files.save(content) }
    }),
  )
  return { ...known, verdict: judged, words, leftOut, files }
}
