import { connect, type Socket } from 'node:net'
import { connect as connectSecure, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls'
import type { Reached } from './finding.ts'

type Wanted = Pick<Reached, 'host' | 'port' | 'pinned' | 'signal'>

const LONGEST_ANSWER = 65_536

/** A connection to the judged address; broken off when the time is up. */
export function openLine({ pinned, port, signal }: Wanted): Promise<Socket> {
  const socket = connect({ host: pinned.address, port, family: pinned.family, noDelay: true })
  return opened(socket, 'connect', signal)
}

/** Made once: it holds the certificates this machine trusts, which are many. Nothing of one line is kept for the next. */
let trusted: SecureContext | undefined

export function openSecureLine(wanted: Wanted, { trust }: { trust: 'verified' | 'any' }): Promise<TLSSocket> {
  const { host, pinned, port, signal } = wanted
  trusted ??= createSecureContext()
  const name = host === pinned.address ? {} : { servername: host }
  const rejectUnauthorized = trust === 'verified'
  const socket = connectSecure({ host: pinned.address, port, ...name, rejectUnauthorized, secureContext: trusted })
  return opened(socket, 'secureConnect', signal)
}

function opened<Line extends Socket>(socket: Line, when: string, signal: AbortSignal): Promise<Line> {
  signal.addEventListener('abort', () => socket.destroy(signal.reason), { once: true })
  return new Promise((resolve, reject) => {
    socket.once(when, () => resolve(socket))
    // An error of a line that was closed in the meantime tells nobody anything; rejecting twice changes nothing.
    socket.on('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}

type Exchange = {
  readonly send: string | Uint8Array
  readonly isEnough: (bytes: Buffer) => boolean
  readonly signal: AbortSignal
}

/** Sends, and reads until there is enough or the other side ends. */
export function exchange(socket: Socket, { send, isEnough, signal }: Exchange): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0)
    const hear = (part: Buffer) => {
      bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part])
      if (isEnough(bytes) || bytes.length > LONGEST_ANSWER) end()
    }
    const end = () => {
      socket.off('data', hear).off('end', end).off('close', end).off('error', reject)
      socket.pause()
      if (signal.aborted) reject(signal.reason)
      else resolve(bytes)
    }
    socket.on('data', hear).on('end', end).on('close', end).on('error', reject)
    socket.resume()
    if (send.length > 0) socket.write(send)
    // It may have ended before anybody listened.
    if (socket.readableEnded || socket.destroyed) end()
  })
}

export const hasLine = (bytes: Buffer) => bytes.includes(0x0a)
