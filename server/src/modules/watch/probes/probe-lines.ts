import type { Socket } from 'node:net'
import type { ProbeTarget } from '@shiji/contract/watch'
import { judgeCertificate } from './certificate.ts'
import { type Answer, bad, FINE, type Reached, shown } from './finding.ts'
import { exchange, hasLine, openLine, openSecureLine } from './line.ts'

type TargetOf<Kind> = Extract<ProbeTarget, { kind: Kind }>

export async function probeTcp(reached: Reached): Promise<Answer> {
  const socket = await openLine(reached)
  socket.destroy()
  return FINE
}

export async function probeTls({ trust, daysLeft }: TargetOf<'tls'>, reached: Reached): Promise<Answer> {
  const socket = await openSecureLine(reached, { trust })
  const answer = judgeCertificate(socket, daysLeft)
  socket.destroy()
  return answer
}

/** Letters: the greeting of the server, and a polite leave. */
export async function probeMail({ kind, isSecure }: TargetOf<'smtp' | 'imap'>, reached: Reached): Promise<Answer> {
  const [greeting, leave] = kind === 'smtp' ? [/^220[ -]/, 'QUIT\r\n'] : [/^\* (OK|PREAUTH)\b/, 'a LOGOUT\r\n']
  return onLine(isSecure, reached, async (socket) => {
    const { signal } = reached
    const text = (await exchange(socket, { send: '', isEnough: hasLine, signal })).toString('utf8')
    socket.write(leave)
    return greeting.test(text) ? FINE : bad('answered-badly', { answer: shown(text) })
  })
}

export async function probeRedis({ isSecure, user }: TargetOf<'redis'>, reached: Reached): Promise<Answer> {
  const { secret, signal } = reached
  const login = user === '' ? [secret] : [user, secret]
  return onLine(isSecure, reached, async (socket) => {
    if (secret !== '') {
      const entry = await exchange(socket, { send: command('AUTH', ...login), isEnough: hasLine, signal })
      if (!entry.toString().startsWith('+OK')) return bad('answered-badly', { answer: shown(entry.toString()) })
    }
    const text = (await exchange(socket, { send: command('PING'), isEnough: hasLine, signal })).toString()
    return text.startsWith('+PONG') ? FINE : bad('answered-badly', { answer: shown(text) })
  })
}

/** The serialization Redis reads: counted words, so that a word may hold anything. */
function command(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`
}

/** A simple bind, anonymous without a user: RFC 4511 §4.2. */
export async function probeLdap({ isSecure, user }: TargetOf<'ldap'>, reached: Reached): Promise<Answer> {
  const { secret, signal } = reached
  const bind = tagged(0x60, [
    Buffer.from([0x02, 1, 3]),
    tagged(0x04, [Buffer.from(user)]),
    tagged(0x80, [Buffer.from(user === '' ? '' : secret)]),
  ])
  const send = tagged(0x30, [Buffer.from([0x02, 1, 1]), bind])
  return onLine(isSecure, reached, async (socket) => {
    const answer = await exchange(socket, { send, isEnough: (bytes) => resultOf(bytes) !== null, signal })
    const result = resultOf(answer)
    return result === 0 ? FINE : bad('answered-badly', { answer: `resultCode ${result ?? '?'}` })
  })
}

function tagged(tag: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

/** The result code of a bind response; null until it is whole or when it is something else. */
function resultOf(bytes: Buffer): number | null {
  const at = bytes.indexOf(Buffer.from([0x02, 1, 1, 0x61]))
  const result = at < 0 ? -1 : bytes.indexOf(Buffer.from([0x0a, 1]), at)
  return result < 0 ? null : (bytes[result + 2] ?? null)
}

async function onLine(isSecure: boolean, reached: Reached, talk: (socket: Socket) => Promise<Answer>): Promise<Answer> {
  const socket = isSecure ? await openSecureLine(reached, { trust: 'any' }) : await openLine(reached)
  try {
    return await talk(socket)
  } finally {
    socket.destroy()
  }
}
