import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { ProbeTarget } from '@shiji/contract/watch'
import { compare, decimal, isDecimal, multiply, normalize } from '@shiji/kernel/decimal'
import { type Answer, bad, FINE, type Reached, shown } from './finding.ts'
import { readAnswer, writeQuestion } from './snmp-message.ts'

type Target = Extract<ProbeTarget, { kind: 'snmp' }>

const MOST_IDS = 2 ** 31 - 1

/** Asks a device for one figure and holds it against its limits: a temperature, a load, the charge of a battery. */
export async function probeSnmp({ oid, factor, least, most }: Target, reached: Reached): Promise<Answer> {
  const answer = await ask(oid, reached)
  if (answer.kind === 'refused') return bad('answered-badly', { answer: `SNMP ${answer.why}` })
  const text = answer.text.trim()
  if (least === null && most === null) return FINE
  if (!isDecimal(text)) return bad('answered-badly', { answer: shown(text) })
  const value = normalize(multiply(decimal(text), decimal(factor)))
  const isLow = least !== null && compare(value, decimal(least)) < 0
  const isHigh = most !== null && compare(value, decimal(most)) > 0
  return isLow || isHigh ? bad('value-outside', { value, least: least ?? '…', most: most ?? '…' }) : FINE
}

async function ask(oid: string, { pinned, port, secret, signal }: Reached) {
  const socket = createSocket({ type: pinned.family === 6 ? 'udp6' : 'udp4', signal })
  try {
    const id = randomInt(1, MOST_IDS)
    socket.connect(port, pinned.address)
    await once(socket, 'connect', { signal })
    socket.send(writeQuestion({ community: secret, oid, id }))
    const [message] = (await once(socket, 'message', { signal })) as [Buffer]
    return readAnswer(message, id)
  } finally {
    if (!signal.aborted) socket.close()
  }
}
