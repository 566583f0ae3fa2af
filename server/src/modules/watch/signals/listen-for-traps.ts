import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type DeviceListener, senderOf } from './listen-for-lines.ts'

type Listening = {
  readonly host: string
  readonly port: number
  /** Whether anybody listens to this address; asked before a byte of it is read. */
  readonly isKnown: (sender: string) => boolean
  /** Answers what goes back to the sender, if anything does. */
  readonly hear: (message: Buffer, sender: string) => Buffer | null
}

const LONGEST_MESSAGE = 8_192

/** SNMP traps and informs by UDP on one port (RFC 3417). */
export async function listenForTraps({ host, port, isKnown, hear }: Listening): Promise<DeviceListener> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  socket.on('message', (message, { address, port: from }) => {
    const sender = senderOf(address)
    if (!isKnown(sender) || message.length > LONGEST_MESSAGE) return
    const answer = hear(message, sender)
    // Whoever does not hear the answer tells it again.
    if (answer !== null) socket.send(answer, from, address, () => undefined)
  })
  socket.bind(port, host)
  await once(socket, 'listening')
  return {
    port: socket.address().port,
    stop: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}
