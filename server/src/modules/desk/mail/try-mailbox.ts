import type { MailProblemCode } from '@shiji/contract/desk-mail-words'
import { MAIL_PROBLEM_WORDS } from '@shiji/contract/desk-mail-words'
import { fail, type Result } from '@shiji/kernel/result'
import { say } from '@shiji/kernel/wording'
import { listAllowed } from '#modules/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { tryMailServer } from '#platform/outgoing/send-mail'
import { refuse } from '#platform/refusal'
import { asMailProblem, findMailbox, type MailProblem } from './mailbox-store.ts'
import { visitMailbox } from './visit-mailbox.ts'

const LOCKED = { code: 'mailbox-locked', parameters: {} } as const satisfies MailProblem

/** Each side says nothing when it works, and otherwise what is the matter. */
export async function tryMailbox(context: Context) {
  requirePermission(context, 'desk.manage-mail')
  const { mailbox, allowed } = await read(context.db, async (reader) => ({
    mailbox: (await findMailbox(reader, context)) ?? refuse('not-found'),
    allowed: await listAllowed(reader),
  }))
  const { settings, password } = mailbox
  const server = { ...settings.sending, user: settings.user, password: password ?? '' }
  const [reading, sending] =
    password === null
      ? [fail(LOCKED), fail(LOCKED)]
      : await Promise.all([
          visitMailbox({ settings, password, allowed }, async () => null),
          tryMailServer(server, allowed),
        ])
  await inTransaction(context.db, async (tx) => {
    await recordInLedger(tx, context, { did: 'desk.mailbox-tried', reading: reading.ok, sending: sending.ok })
  })
  return { reading: sayOf(context, reading), sending: sayOf(context, sending) }
}

function sayOf({ language }: Context, tried: Result<unknown, { code: string; parameters: MailProblem['parameters'] }>) {
  if (tried.ok) return ''
  const { code, parameters } = asMailProblem(tried.problem)
  return say(MAIL_PROBLEM_WORDS[code satisfies MailProblemCode], language, parameters)
}
