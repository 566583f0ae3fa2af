import { createHmac } from 'node:crypto'
import { MESSAGE_WORDS } from '@shiji/contract/inbox-words'
import { ok } from '@shiji/kernel/result'
import { say } from '@shiji/kernel/wording'
import { postOutgoing } from '#platform/outgoing/post-outgoing'
import type { ChannelKeys } from '../channel-store.ts'
import type { Parcel } from '../compose.ts'
import type { Carried, Outcome } from './carry.ts'

type ToWebhook = Omit<Carried, 'mail' | 'channel'> & { readonly keys: ChannelKeys }

/** A call signed as Standard Webhooks says; while a secret is exchanged, by both. */
export async function carryWebhook({ keys, allowed, id, parcels, now }: ToWebhook): Promise<Outcome> {
  const body = JSON.stringify({ type: 'message.created', timestamp: now.toString(), data: parcels.map(dataOf) })
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000))
  const secrets = [keys.secret, keys.formerSecret].filter((secret) => secret !== '')
  const signature = secrets.map((secret) => signWebhook({ id, timestamp, body, secret })).join(' ')
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  const answer = await postOutgoing({ url: keys.url, headers, body, allowed })
  return answer.ok ? ok(null) : answer
}

function dataOf({ messageId, person, code, parameters, subjectKind, subjectId, madeAt }: Parcel) {
  const sentence = say(MESSAGE_WORDS[code], 'zh', parameters)
  const { opinion = '' } = parameters
  return { messageId, code, person, sentence, opinion, subjectKind, subjectId, at: madeAt.toString() }
}

type Signed = { readonly id: string; readonly timestamp: string; readonly body: string; readonly secret: string }

function signWebhook({ id, timestamp, body, secret }: Signed): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
