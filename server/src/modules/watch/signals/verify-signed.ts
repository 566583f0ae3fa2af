import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sent } from '#platform/context'

/** How far a message's clock may be from ours, as the libraries of Standard Webhooks have it. */
const WINDOW_SECONDS = 300
const LONGEST_ID = 200

/** `message` names a message that is told once; null where nothing does. */
export type Verified =
  | { readonly kind: 'genuine'; readonly message: string | null }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'old' }

type Signed = { readonly secret: string; readonly sent: Sent; readonly now: Temporal.Instant }

export function makeSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** Standard Webhooks: what is signed is the id, the second and the body; while a secret is exchanged, by both. */
export function verifyTimestamped({ secret, sent: { body, headers }, now }: Signed): Verified {
  const [id = '', second = '', given = ''] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  )
  if (id === '' || id.length > LONGEST_ID || !/^\d{1,12}$/.test(second)) return { kind: 'wrong' }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${second}.`).update(body).digest()
  const signatures = given.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice('v1,'.length)] : []))
  if (!signatures.some((one) => isSame(Buffer.from(one, 'base64'), expected))) return { kind: 'wrong' }
  const apart = Math.abs(Number(second) - now.epochMilliseconds / 1000)
  return apart > WINDOW_SECONDS ? { kind: 'old' } : { kind: 'genuine', message: id }
}

/** `X-Hub-Signature-256: sha256=…` over the body alone; nothing tells a message from its repetition. */
export function verifyPlain({ secret, sent: { body, headers } }: Signed): Verified {
  const [, hex = ''] = /^sha256=([0-9a-f]{64})$/i.exec(headers['x-hub-signature-256'] ?? '') ?? []
  const expected = createHmac('sha256', secret).update(body).digest()
  return isSame(Buffer.from(hex, 'hex'), expected) ? { kind: 'genuine', message: null } : { kind: 'wrong' }
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected)
}
