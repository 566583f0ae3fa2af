import type { ChannelSettings } from '@shiji/contract/inbox'
import { fail } from '@shiji/kernel/result'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import { sendMail } from '#platform/outgoing/send-mail'
import type { Letter } from '../compose.ts'
import type { Outcome } from './carry.ts'

type Mail = {
  readonly settings: Extract<ChannelSettings, { kind: 'mail' }>
  readonly password: string
  readonly allowed: readonly Allowed[]
  readonly to: string
  readonly letter: Letter
}

export async function carryMail({ settings, password, allowed, to, letter }: Mail): Promise<Outcome> {
  if (to === '') return fail({ code: 'no-mail-address', parameters: {} })
  const { from, host, port, isSecure, user } = settings
  const mail = { from, to, subject: letter.title, text: letter.text }
  return sendMail({ host, port, isSecure, user, password }, allowed, mail)
}
