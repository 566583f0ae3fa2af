import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import type { ProbeTarget } from '@shiji/contract/watch'
import { type Answer, bad, FINE, type Reached, shown } from './finding.ts'

type TargetOf<Kind> = Extract<ProbeTarget, { kind: Kind }>

export async function probeDns({ name, record, contains }: TargetOf<'dns'>, reached: Reached): Promise<Answer> {
  const { pinned, port, timeoutMs, signal } = reached
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 })
  resolver.setServers([pinned.family === 6 ? `[${pinned.address}]:${port}` : `${pinned.address}:${port}`])
  const stop = () => resolver.cancel()
  signal.addEventListener('abort', stop, { once: true })
  const found = JSON.stringify(await resolver.resolve(name, record))
  return found.includes(contains) ? FINE : bad('answered-badly', { answer: shown(found) })
}

const NTP_BYTES = 48
/** Seconds from 1900, where NTP begins, to 1970. */
const NTP_EPOCH = 2_208_988_800

/** RFC 5905: asks for the time and compares the middle of question and answer with it. */
export async function probeNtp({ offMs }: TargetOf<'ntp'>, { pinned, port, signal }: Reached): Promise<Answer> {
  const socket = createSocket({ type: pinned.family === 6 ? 'udp6' : 'udp4', signal })
  try {
    const question = Buffer.alloc(NTP_BYTES)
    question[0] = 0b00_100_011
    socket.connect(port, pinned.address)
    await once(socket, 'connect', { signal })
    const sentAt = Temporal.Now.instant().epochMilliseconds
    socket.send(question)
    const [answer] = (await once(socket, 'message', { signal })) as [Buffer]
    const middle = (sentAt + Temporal.Now.instant().epochMilliseconds) / 2
    if (answer.length < NTP_BYTES || answer[1] === 0) return bad('answered-badly', { answer: 'stratum 0' })
    const seconds = answer.readUInt32BE(40) - NTP_EPOCH + answer.readUInt32BE(44) / 2 ** 32
    const off = Math.round(Math.abs(seconds * 1000 - middle))
    return off <= offMs ? FINE : bad('clock-off', { ms: off })
  } finally {
    if (!signal.aborted) socket.close()
  }
}
