import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

type Listening = {
  readonly host: string
  readonly port: number
  /** Whether anybody listens to this address; asked before a byte of it is read. */
  readonly isKnown: (sender: string) => boolean
  readonly hear: (line: string, sender: string) => void
}

export type DeviceListener = { readonly port: number; readonly stop: () => Promise<void> }

const LONGEST_LINE = 8_192
const MOST_LINES_OPEN = 64
const SILENT_MS = 600_000

/** Lines of system logs by UDP (RFC 5426) and TCP (RFC 6587, both framings) on one port. */
export async function listenForLines({ host, port, isKnown, hear }: Listening): Promise<DeviceListener> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    const sender = senderOf(socket.remoteAddress)
    socket.on('error', () => undefined)
    if (!isKnown(sender) || open.size >= MOST_LINES_OPEN) {
      socket.destroy()
      return
    }
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.setTimeout(SILENT_MS, () => socket.destroy())
    let rest = Buffer.alloc(0)
    socket.on('data', (bytes: Buffer) => {
      const read = takeFrames(Buffer.concat([rest, bytes]))
      rest = read.rest
      for (const line of read.lines) hear(line, sender)
      // Whoever never ends a line is not listened to any longer.
      if (rest.length > LONGEST_LINE) socket.destroy()
    })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const bound = server.address()
  const at = bound === null || typeof bound === 'string' ? port : bound.port
  const datagrams = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  datagrams.on('message', (bytes, { address }) => {
    const sender = senderOf(address)
    if (isKnown(sender) && bytes.length <= LONGEST_LINE) hear(bytes.toString('utf8').trim(), sender)
  })
  datagrams.bind(at, host)
  await once(datagrams, 'listening').catch((error: unknown) => {
    server.close()
    throw error
  })
  return {
    port: at,
    stop: async () => {
      datagrams.close()
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An IPv4 address inside an IPv6 one is written as people write it. */
export function senderOf(address: string | undefined): string {
  return (address ?? '').toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
}

const COUNTED = /^(\d{1,5}) (?=<)/

/** Whole lines: those that tell their length, and those that end with a line break. */
export function takeFrames(bytes: Buffer): { readonly lines: readonly string[]; readonly rest: Buffer<ArrayBuffer> } {
  const lines: string[] = []
  let at = 0
  while (at < bytes.length) {
    const counted = COUNTED.exec(bytes.toString('latin1', at, at + 7))
    const from = counted === null ? at : at + counted[0].length
    const end = counted === null ? bytes.indexOf(0x0a, at) : from + Number(counted[1])
    if (end < 0 || end > bytes.length) break
    const line = bytes.toString('utf8', from, end).trim()
    if (line !== '') lines.push(line)
    at = counted === null ? end + 1 : end
  }
  return { lines, rest: Buffer.from(bytes.subarray(at)) }
}
