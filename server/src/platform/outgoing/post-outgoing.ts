import { lookup } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { WordingParameters } from '@shiji/kernel/wording'
import { mayReach, type Reach, reachOf } from './judge-address.ts'

/** An address somebody allowed, exactly: another port of the same host is another address. */
export type Allowed = { readonly host: string; readonly port: number; readonly reach: Reach }

export type OutgoingProblem = {
  readonly code:
    | 'address-not-allowed'
    | 'address-too-near'
    | 'address-unknown'
    | 'address-unreadable'
    | 'not-reached'
    | 'answered-badly'
    | 'redirected'
  readonly parameters: WordingParameters
}

export type Pinned = { readonly address: string; readonly family: number }

const ANSWER_WITHIN_MS = 10_000
const LONGEST_ANSWER = 65_536

/** All addresses a name has now; none for one nobody knows. */
export type LookUp = (host: string) => Promise<readonly Pinned[]>

export const lookUpName: LookUp = (host) => lookup(host, { all: true }).catch(() => [])

/** Looks the host up once and judges every address it has, so that a name cannot lead elsewhere when it is used. */
export async function pinAddress(
  { host, port }: Pick<Allowed, 'host' | 'port'>,
  list: readonly Allowed[],
  lookUp: LookUp = lookUpName,
): Promise<Result<Pinned, OutgoingProblem>> {
  const allowed = list.find((one) => one.host === host.toLowerCase() && one.port === port)
  if (allowed === undefined) return fail({ code: 'address-not-allowed', parameters: { host, port } })
  const found = await lookUp(host)
  const wrong = found.find(({ address }) => !mayReach(allowed.reach, reachOf(address)))
  if (wrong !== undefined) return fail({ code: 'address-too-near', parameters: { host, address: wrong.address } })
  const [first] = found
  return first === undefined ? fail({ code: 'address-unknown', parameters: { host } }) : ok(first)
}

/** Host and port of an address one may post to; null for anything but plain http(s) without a user. */
export function readDestination(url: string): (Pick<Allowed, 'host' | 'port'> & { readonly url: URL }) | null {
  const parsed = URL.parse(url)
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return null
  if (parsed.username !== '' || parsed.password !== '') return null
  const usual = parsed.protocol === 'https:' ? 443 : 80
  const port = parsed.port === '' ? usual : Number(parsed.port)
  return { url: parsed, host: parsed.hostname.replace(/^\[|\]$/g, ''), port }
}

type Outgoing = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly allowed: readonly Allowed[]
}

/** Posts JSON to an allowed address and follows no redirect. The answer is for its reader alone and never shown whole. */
export async function postOutgoing({
  url,
  headers,
  body,
  allowed,
}: Outgoing): Promise<Result<string, OutgoingProblem>> {
  const to = readDestination(url)
  if (to === null) return fail({ code: 'address-unreadable', parameters: {} })
  const pinned = await pinAddress(to, allowed)
  if (!pinned.ok) return pinned
  const { host, port } = to
  try {
    const { status, text } = await exchange(to.url, { headers, body, pinned: pinned.value })
    if (status >= 300 && status < 400) return fail({ code: 'redirected', parameters: { status } })
    return status >= 200 && status < 300 ? ok(text) : fail({ code: 'answered-badly', parameters: { status } })
  } catch (error) {
    return fail({ code: 'not-reached', parameters: { host, port, reason: reasonOf(error) } })
  }
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? String(error.code) : error.message.slice(0, 200)
}

type Exchange = Pick<Outgoing, 'headers' | 'body'> & { readonly pinned: Pinned }

function exchange(url: URL, { headers, body, pinned }: Exchange): Promise<{ status: number; text: string }> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        lookup: (_host, options, found) =>
          options.all ? found(null, [pinned]) : found(null, pinned.address, pinned.family),
        signal,
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text = (text + part).slice(0, LONGEST_ANSWER)
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
