import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { ProbeTarget } from '@shiji/contract/watch'
import { judgeCertificate } from './certificate.ts'
import { type Answer, bad, FINE, type Reached, shown } from './finding.ts'
import { openLine, openSecureLine } from './line.ts'

type Target = Extract<ProbeTarget, { kind: 'http' }>

const LONGEST_HEAD = 65_536
const LONGEST_BODY = 262_144

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
  const isThere = (headers[header.name.toLowerCase()] ?? ['']).join(', ').includes(header.contains)
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

export type Page = {
  readonly status: number
  /** By lower-case name; what was said twice stands twice. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>
  readonly text: string
  readonly certificate: Answer
}
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
  const { url, trust, wantsText } = asked
  const socket = await (url.protocol === 'https:' ? openSecureLine(reached, { trust }) : openLine(reached))
  try {
    const certificate = socket instanceof TLSSocket ? look(socket) : FINE
    const answer = await askOn(socket, asked)
    const text = wantsText ? await readText(answer) : ''
    return { kind: 'page', status: answer.statusCode ?? 0, headers: answer.headersDistinct, text, certificate }
  } catch (error) {
    const { code, rawPacket } = error as { code?: string; rawPacket?: Buffer }
    if (!code?.startsWith('HPE_')) throw error
    return { kind: 'unreadable', shown: shown(rawPacket?.toString('latin1', 0, 80) ?? code) }
  } finally {
    socket.destroy()
  }
}

function askOn(socket: Socket, { url, method, headers, body }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking = request({
      createConnection: () => socket,
      method,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, connection: 'close', 'user-agent': 'shiji-watch', accept: '*/*', ...headers },
      // Old devices end their lines with a line feed alone, and people's browsers read them.
      insecureHTTPParser: true,
      maxHeaderSize: LONGEST_HEAD,
    })
    asking.on('response', resolve).on('error', reject)
    asking.end(body)
  })
}

/** As the answer says it is written, or else as UTF-8; old pages here are often GBK. */
async function readText(answer: IncomingMessage): Promise<string> {
  const named = /charset="?([\w-]+)/i.exec(answer.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  const decoder = decoderOf(named)
  let [text, length] = ['', 0]
  for await (const part of answer) {
    text += decoder.decode(part, { stream: true })
    length += part.length
    if (length > LONGEST_BODY) break
  }
  return text + decoder.decode()
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder()
    throw error
  }
}
