import { z } from 'zod'
import { TicketId } from './desk.ts'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { Light } from './inbox.ts'

/** 服务台邮箱: tickets by mail, and the letters that answer them. */

export const MailId = z.uuid().brand<'MailId'>()
export const LetterId = z.uuid().brand<'LetterId'>()
export type MailId = z.infer<typeof MailId>
export type LetterId = z.infer<typeof LetterId>

const instant = z.iso.datetime()
const Place = z.object({
  host: z.string().trim().toLowerCase().min(1).max(200),
  port: z.number().int().min(1).max(65535),
  /** TLS from the first byte; otherwise STARTTLS, without which no password leaves this machine. */
  isSecure: z.boolean(),
})

export const MailboxSettings = z.object({
  /** IMAP: where mails are read. */
  reading: Place,
  /** SMTP: where letters are handed over. */
  sending: Place,
  user: z.string().trim().min(1).max(200),
  /** What letters come from, and what people write to. */
  address: z.email().max(200),
})
export type MailboxSettings = z.infer<typeof MailboxSettings>

const Kept = {
  isOn: z.boolean(),
  settings: MailboxSettings,
  /** The unit of whoever is not in the directory. */
  unitId: UnitId,
  /** The service a mail is logged under until somebody classifies it. */
  service: z.string().min(1).max(40),
}

export const Mailbox = z.object({
  ...Kept,
  unit: z.string(),
  /** Mails from before are left alone. */
  since: instant,
  light: Light,
  workedAt: instant.nullable(),
  failedAt: instant.nullable(),
  problem: z.string(),
})

/** 立案 · 续信 · 自动回复 · 退信 · 环路 · 重复 · 过大 · 过多 · 无法读取 · 搁置（读它时系统几次中断）. */
export const MailOutcome = z.enum([
  'ticket',
  'reply',
  'automatic',
  'bounce',
  'loop',
  'repeated',
  'too-large',
  'too-many',
  'unreadable',
  'set-aside',
])
export type MailOutcome = z.infer<typeof MailOutcome>

/** Who keeps the mailbox need not be one who sees tickets: nothing leads to them. */
const MailRow = z.object({
  key: z.string(),
  outcome: MailOutcome,
  sender: z.string(),
  subject: z.string(),
  receivedAt: instant,
  /** Of the ticket it belongs to. */
  number: z.string().nullable(),
})

const MailFile = z.object({ number: z.int(), name: z.string(), bytes: z.number().int() })

/** One letter of the exchange about a ticket, in or out. */
export const Correspondence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('in'),
    id: MailId,
    at: instant,
    who: z.string(),
    address: z.string(),
    words: z.string(),
    files: z.array(MailFile),
    /** Files that were too many or too large and stayed in the mailbox. */
    leftOut: z.int(),
  }),
  z.object({
    kind: z.literal('out'),
    id: LetterId,
    at: instant,
    who: z.string(),
    address: z.string(),
    words: z.string(),
    state: z.enum(['queued', 'sent', 'failed']),
    problem: z.string(),
  }),
])

const manage = { permission: 'desk.manage-mail' } as const
const access = { permission: 'desk.read' } as const

export const deskMail = {
  readMailbox: endpoint({
    method: 'GET',
    path: '/desk/mailbox',
    summary: 'The mailbox of the desk, and how it does; its password is never shown',
    access: manage,
    refuses: [],
  }).output(z.object({ mailbox: Mailbox.nullable() })),
  setMailbox: endpoint({
    method: 'PUT',
    path: '/desk/mailbox',
    summary: 'Set the mailbox of the desk; at another place mails are read from now on',
    access: manage,
    refuses: ['not-found', 'service-not-offered', 'mail-password-missing'],
  })
    .input(
      z.object({
        ...Kept,
        /** Null keeps the one that is kept. */
        password: z.string().min(1).max(500).nullable(),
      }),
    )
    .output(z.object({})),
  tryMailbox: endpoint({
    method: 'POST',
    path: '/desk/mailbox/tests',
    summary: 'Sign in at both servers of the mailbox and say what came of it; nothing is read or sent',
    access: manage,
    refuses: ['not-found'],
  }).output(z.object({ reading: z.string(), sending: z.string() })),
  listMails: endpoint({
    method: 'GET',
    path: '/desk/mailbox/mails',
    summary: 'The last mails that came, and what became of each',
    access: manage,
    refuses: [],
  }).output(z.array(MailRow)),
  listCorrespondence: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/letters',
    summary: 'The mails about a ticket and the letters that answered, in order',
    access,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(z.array(Correspondence)),
  answerByMail: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/letters',
    summary: 'Answer whoever wrote last about a ticket; the same letter id again is the same letter',
    access: { permission: 'desk.work' },
    refuses: ['not-found', 'nobody-wrote', 'mailbox-off'],
  })
    .input(z.object({ id: TicketId, letterId: LetterId, words: z.string().trim().min(1).max(10_000) }))
    .output(z.object({})),
  readMailFile: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/mails/{mailId}/files/{number}',
    summary: 'A file a mail brought, as bytes',
    access,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId, mailId: MailId, number: z.coerce.number().int() }))
    .output(z.file()),
}
