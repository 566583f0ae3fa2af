import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectSecure, type TLSSocket } from 'node:tls'
import type { Reached } from './finding.ts'

type Wanted = Pick<Reached, 'host' | 'port' | 'pinned' | 'signal'>

const LONGEST_ANSWER = 65_536

/** A connection to the judged address; broken off when the time is up. */
export async function openLine({ pinned, port, signal }: Wanted): Promise<Socket> {
  const socket = connect({ host: pinned.address, port, family: pinned.family, signal })
  // An error of a line that was closed in the meantime tells nobody anything.
  socket.on('error', () => undefined)
  await once(socket, 'connect', { signal })
  return socket
}

export async function openSecureLine(wanted: Wanted, { trust }: { trust: 'verified' | 'any' }): Promise<TLSSocket> {
  const { host, pinned, port, signal } = wanted
  const name = host === pinned.address ? {} : { servername: host }
  const socket = connectSecure({ host: pinned.address, port, ...name, rejectUnauthorized: trust === 'verified' })
  socket.on('error', () => undefined)
  const stop = () => socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  await once(socket, 'secureConnect', { signal })
  return socket
}

/** Sends, and reads until there is enough or the other side ends. */
export async function exchange(
  socket: Socket,
  { send, isEnough, signal }: { send: string | Uint8Array; isEnough: (bytes: Buffer) => boolean; signal: AbortSignal },
): Promise<Buffer> {
  if (send.length > 0) socket.write(send)
  let bytes = Buffer.alloc(0)
  const stop = () => socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    bytes = Buffer.concat([bytes, part])
    if (isEnough(bytes) || bytes.length > LONGEST_ANSWER) break
  }
  signal.throwIfAborted()
  return bytes
}

export const hasLine = (bytes: Buffer) => bytes.includes(0x0a)
