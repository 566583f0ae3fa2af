import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { TLSSocket } from 'node:tls'
import type { ProbeTarget } from '@shiji/contract/watch'
import { judgeCertificate } from './certificate.ts'
import { type Answer, bad, FINE, type Reached } from './finding.ts'

type Target = Extract<ProbeTarget, { kind: 'http' }>

const LONGEST_BODY = 262_144

/** One request to the judged address; a redirect is an answer like any other. */
export async function probeHttp(target: Target, reached: Reached): Promise<Answer> {
  const { url, method, user, trust } = target
  const entry = user === '' ? {} : { authorization: `Basic ${btoa(`${user}:${reached.secret}`)}` }
  const answer = await askPage({ url, method, headers: entry, body: '', trust }, reached)
  const { socket } = answer
  const certificate = socket instanceof TLSSocket ? judgeCertificate(socket, target.daysLeft) : FINE
  const body = target.contains === '' ? '' : await readBody(answer)
  answer.destroy()
  const { statusCode: status = 0, headers } = answer
  const { statusFrom, statusTo, contains, header } = target
  const found = String(headers[header?.name.toLowerCase() ?? ''] ?? '')
  const { certificateUntil } = certificate
  if (status < statusFrom || status > statusTo) return { ...bad('status-unexpected', { status }), certificateUntil }
  if (!body.includes(contains)) return { ...bad('text-missing', { text: contains }), certificateUntil }
  if (header !== null && !found.includes(header.contains)) {
    return { ...bad('header-missing', { name: header.name, text: header.contains }), certificateUntil }
  }
  return certificate
}

type Asked = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** Empty for none. */
  readonly body: string
  readonly trust: Target['trust']
}

/** Asks the judged address and no other; a redirect is not followed. */
export function askPage(
  { url, method, headers, body, trust }: Asked,
  { pinned, signal }: Pick<Reached, 'pinned' | 'signal'>,
): Promise<IncomingMessage> {
  const isSecure = url.startsWith('https:')
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? requestSecure : requestPlain)(
      url,
      {
        method,
        agent: false,
        headers: { 'user-agent': 'shiji-watch', ...headers },
        lookup: (_host, options, found) =>
          options.all ? found(null, [pinned]) : found(null, pinned.address, pinned.family),
        signal,
        ...(isSecure ? { rejectUnauthorized: trust === 'verified' } : {}),
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(body === '' ? undefined : body)
  })
}

export async function readBody(answer: IncomingMessage): Promise<string> {
  let text = ''
  answer.setEncoding('utf8')
  for await (const part of answer) {
    text += part
    if (text.length > LONGEST_BODY) break
  }
  return text
}
