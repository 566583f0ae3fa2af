import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Reached } from '../probes/finding.ts'

/** Packets of Oracle Net: two bytes of length, two of a sum, one of kind; so until the server accepts. */
const HEAD_BYTES = 8
const KIND_AT = 4
const [ACCEPT, REDIRECT] = [2, 5]

type OracleGate = { readonly port: number; readonly close: () => void }

/**
 * A way to one judged address for a driver that follows every redirection of a listener: a redirection does not pass, so
 * nothing but this address is ever called. One line goes through, from this machine alone.
 */
export async function openOracleGate({ pinned, port, signal }: Reached, isSecure: boolean): Promise<OracleGate> {
  const open = new Set<Socket>()
  const server = createServer((inside) => {
    server.close()
    const to = { host: pinned.address, port }
    const outside = isSecure ? connectSecurely({ ...to, rejectUnauthorized: false }) : connect(to)
    for (const [socket, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => other.destroy())
    }
    inside.pipe(outside)
    passAccepted(outside, inside)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  signal.addEventListener('abort', close, { once: true })
  return { port: (server.address() as AddressInfo).port, close }
}

/** Every packet before the server accepts is looked at before it is passed on. */
function passAccepted(outside: Socket, inside: Socket): void {
  let waiting = Buffer.alloc(0)
  const take = (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes])
    while (waiting.length >= HEAD_BYTES) {
      const kind = waiting[KIND_AT]
      if (kind === REDIRECT) {
        outside.destroy()
        return
      }
      if (kind === ACCEPT) {
        outside.off('data', take)
        inside.write(waiting)
        outside.pipe(inside)
        return
      }
      const length = waiting.readUInt16BE(0)
      if (length < HEAD_BYTES) outside.destroy()
      if (length < HEAD_BYTES || waiting.length < length) return
      inside.write(waiting.subarray(0, length))
      waiting = waiting.subarray(length)
    }
  }
  outside.on('data', take)
}
