import { createHmac } from 'node:crypto'
import { fail, ok } from '@shiji/kernel/result'
import { z } from 'zod'
import { type Allowed, postOutgoing } from '#platform/outgoing/post-outgoing'
import type { ChannelKeys } from '../channel-store.ts'
import type { Outcome } from './carry.ts'

type ToRobot = {
  readonly keys: ChannelKeys
  readonly kind: 'wecom' | 'dingtalk' | 'feishu'
  readonly allowed: readonly Allowed[]
  readonly text: string
  readonly now: Temporal.Instant
}

/** Says something in a group. A robot answers 200 whatever happens; its code tells whether it took it. */
export async function carryToRobot({ keys, kind, allowed, text, now }: ToRobot): Promise<Outcome> {
  const { url, body } = callOf({ keys, kind, text, now })
  const answer = await postOutgoing({ url, headers: {}, body: JSON.stringify(body), allowed })
  if (!answer.ok) return answer
  const { code, reason } = readAnswer(answer.value)
  return code === 0 ? ok(null) : fail({ code: 'robot-refused', parameters: { code, reason } })
}

type Call = { readonly url: string; readonly body: object }

/** Each maker words and signs a call in its own way. */
function callOf({ keys: { url, secret }, kind, text, now }: Omit<ToRobot, 'allowed'>): Call {
  const plain = { msgtype: 'text', text: { content: text } }
  switch (kind) {
    case 'wecom':
      return { url, body: plain }
    case 'dingtalk': {
      if (secret === '') return { url, body: plain }
      const timestamp = String(now.epochMilliseconds)
      const signed = new URL(url)
      signed.searchParams.set('timestamp', timestamp)
      signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`))
      return { url: signed.href, body: plain }
    }
    case 'feishu': {
      const body = { msg_type: 'text', content: { text } }
      if (secret === '') return { url, body }
      const timestamp = String(Math.floor(now.epochMilliseconds / 1000))
      // The maker signs nothing with the whole text as key.
      return { url, body: { ...body, timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } }
    }
  }
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64')
}

const Answer = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  code: z.number().optional(),
  msg: z.string().optional(),
})

const UNREADABLE = -1
const LONGEST_REASON = 200

function readAnswer(text: string): { code: number; reason: string } {
  try {
    const { errcode, errmsg, code, msg } = Answer.parse(JSON.parse(text))
    return { code: errcode ?? code ?? UNREADABLE, reason: (errmsg ?? msg ?? '').slice(0, LONGEST_REASON) }
  } catch {
    return { code: UNREADABLE, reason: '' }
  }
}
