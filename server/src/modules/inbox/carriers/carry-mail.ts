import type { ChannelSettings } from '@shiji/contract/inbox'
import { fail, ok } from '@shiji/kernel/result'
import { createTransport } from 'nodemailer'
import { type Allowed, pinAddress, reasonOf } from '#platform/outgoing/post-outgoing'
import type { Letter } from '../compose.ts'
import type { Outcome } from './carry.ts'

type Mail = {
  readonly settings: Extract<ChannelSettings, { kind: 'mail' }>
  readonly password: string
  readonly allowed: readonly Allowed[]
  readonly to: string
  readonly letter: Letter
}

const ANSWER_WITHIN_MS = 10_000

export async function carryMail({ settings, password, allowed, to, letter }: Mail): Promise<Outcome> {
  if (to === '') return fail({ code: 'no-mail-address', parameters: {} })
  const { host, port, isSecure, user, from } = settings
  const pinned = await pinAddress({ host, port }, allowed)
  if (!pinned.ok) return pinned
  const transport = createTransport({
    // The judged address, under the name its certificate is for.
    host: pinned.value.address,
    port,
    secure: isSecure,
    tls: { servername: host },
    ...(user === '' ? {} : { auth: { user, pass: password }, requireTLS: !isSecure }),
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ from, to, subject: letter.title, text: letter.text })
    return ok(null)
  } catch (error) {
    return fail({ code: 'mail-refused', parameters: { reason: reasonOf(error) } })
  } finally {
    transport.close()
  }
}
