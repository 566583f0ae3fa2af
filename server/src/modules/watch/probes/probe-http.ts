import { TLSSocket } from 'node:tls'
import type { ProbeTarget } from '@shiji/contract/watch'
import { judgeCertificate } from './certificate.ts'
import { type Answer, bad, FINE, type Reached, shown } from './finding.ts'
import { endsWithLine, type Head, readBody, readHead, textOf } from './http-answer.ts'
import { exchange, openLine, openSecureLine } from './line.ts'

type Target = Extract<ProbeTarget, { kind: 'http' }>

const LONGEST_ANSWER = 327_680

/** One request to the judged address; a redirect is an answer like any other. */
export async function probeHttp(target: Target, reached: Reached): Promise<Answer> {
  const { url, method, user, trust, daysLeft, contains } = target
  const entry = Buffer.from(`${user}:${reached.secret}`).toString('base64')
  const headers = user === '' ? {} : { authorization: `Basic ${entry}` }
  const asked = { url: new URL(url), method, headers, body: '', trust, wantsText: contains !== '' }
  const page = await askPage(asked, reached, (socket) => judgeCertificate(socket, daysLeft))
  if (page.kind === 'unreadable') return bad('answered-badly', { answer: page.shown })
  const { certificate } = page
  return { ...certificate, problem: judgePage(target, page) ?? certificate.problem }
}

function judgePage(target: Target, { status, headers, text }: Page): Answer['problem'] {
  const { statusFrom, statusTo, contains, header } = target
  if (status < statusFrom || status > statusTo) return bad('status-unexpected', { status }).problem
  if (!text.includes(contains)) return bad('text-missing', { text: contains }).problem
  if (header === null) return null
  const isThere = (headers.get(header.name.toLowerCase()) ?? ['']).join(', ').includes(header.contains)
  return isThere ? null : bad('header-missing', { name: header.name, text: header.contains }).problem
}

type Asked = {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** Empty for none. */
  readonly body: string
  readonly trust: Target['trust']
  /** Whether what the page says is waited for, or its head is enough. */
  readonly wantsText: boolean
}

export type Page = Pick<Head, 'status' | 'headers'> & { readonly text: string; readonly certificate: Answer }
type Unreadable = { readonly kind: 'unreadable'; readonly shown: string }

/**
 * Asks the judged address and no other, on a line of its own that is closed afterwards, as a visitor who comes for the
 * first time: name, connection, handshake and answer are all part of what is measured. A redirect is not followed.
 */
export async function askPage(
  asked: Asked,
  reached: Pick<Reached, 'host' | 'port' | 'pinned' | 'signal'>,
  look: (socket: TLSSocket) => Answer = () => FINE,
): Promise<({ readonly kind: 'page' } & Page) | Unreadable> {
  const { url, method, trust, wantsText } = asked
  const socket = await (url.protocol === 'https:' ? openSecureLine(reached, { trust }) : openLine(reached))
  try {
    const certificate = socket instanceof TLSSocket ? look(socket) : FINE
    const read: { head: ReturnType<typeof readHead> } = { head: null }
    const isEnough = (bytes: Buffer) => {
      read.head ??= readHead(bytes)
      if (read.head === null) return false
      return read.head === 'unreadable' || !wantsText || (readBody(bytes, read.head, method)?.isWhole ?? true)
    }
    const { signal } = reached
    const bytes = await exchange(socket, { send: writeRequest(asked), isEnough, signal, longest: LONGEST_ANSWER })
    const { head } = read
    if (head === null && bytes.length === 0) throw new Error('no-answer')
    if (head === null || head === 'unreadable') return unreadable(bytes)
    if (!wantsText) return { kind: 'page', ...head, text: '', certificate }
    const body = readBody(bytes, head, method)
    if (body === null) return unreadable(bytes.subarray(head.bodyAt))
    const isCutByUs = bytes.length > LONGEST_ANSWER
    if (!body.isWhole && !isCutByUs && !endsWithLine(head)) throw new Error('cut-short')
    return { kind: 'page', ...head, text: textOf(body.bytes, head), certificate }
  } finally {
    socket.destroy()
  }
}

function unreadable(bytes: Buffer): Unreadable {
  return { kind: 'unreadable', shown: shown(bytes.toString('latin1', 0, 80)) }
}

function writeRequest({ url, method, headers, body }: Asked): Buffer {
  const bytes = Buffer.from(body)
  const isLong = bytes.length > 0 || method === 'POST'
  const fields = {
    ...{ host: url.host, connection: 'close', 'user-agent': 'shiji-watch', accept: '*/*' },
    ...headers,
    ...(isLong ? { 'content-length': String(bytes.length) } : {}),
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = Buffer.from(`${method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  return bytes.length === 0 ? head : Buffer.concat([head, bytes])
}
