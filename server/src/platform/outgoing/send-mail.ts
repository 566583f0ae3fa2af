import { fail, ok, type Result } from '@shiji/kernel/result'
import type { Transporter } from 'nodemailer'
import { reachOf } from './judge-address.ts'
import { type Allowed, type OutgoingProblem, pinAddress, reasonOf } from './post-outgoing.ts'

/** Where letters are handed over, and as whom. */
type MailServer = {
  readonly host: string
  readonly port: number
  readonly isSecure: boolean
  readonly user: string
  readonly password: string
}

type OutgoingMail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId?: string
  readonly inReplyTo?: string
  readonly references?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type MailProblem = OutgoingProblem | { readonly code: 'mail-refused'; readonly parameters: { reason: string } }

const ANSWER_WITHIN_MS = 10_000

/** Hands one letter to an allowed server, as text alone. */
export function sendMail(
  server: MailServer,
  allowed: readonly Allowed[],
  mail: OutgoingMail,
): Promise<Result<null, MailProblem>> {
  return withTransport(server, allowed, async (transport) => {
    // One address and never a list, whatever signs are in it.
    await transport.sendMail({ ...mail, to: { name: '', address: mail.to }, headers: { ...mail.headers } })
  })
}

/** Whether the server is there and takes the user; nothing is sent. */
export function tryMailServer(server: MailServer, allowed: readonly Allowed[]): Promise<Result<null, MailProblem>> {
  return withTransport(server, allowed, async (transport) => {
    await transport.verify()
  })
}

async function withTransport(
  { host, port, isSecure, user, password }: MailServer,
  allowed: readonly Allowed[],
  work: (transport: Transporter) => Promise<void>,
): Promise<Result<null, MailProblem>> {
  const pinned = await pinAddress({ host, port }, allowed)
  if (!pinned.ok) return pinned
  // A password crosses no wire openly.
  const requireTLS = !isSecure && reachOf(pinned.value.address) !== 'this-machine'
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    // The judged address, under the name its certificate is for.
    host: pinned.value.address,
    port,
    secure: isSecure,
    tls: { servername: host },
    ...(user === '' ? {} : { auth: { user, pass: password }, requireTLS }),
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await work(transport)
    return ok(null)
  } catch (error) {
    return fail({ code: 'mail-refused', parameters: { reason: reasonOf(error) } })
  } finally {
    transport.close()
  }
}
