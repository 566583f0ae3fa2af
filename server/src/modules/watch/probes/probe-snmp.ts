import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { ProbeTarget } from '@shiji/contract/watch'
import { compare, decimal, isDecimal, multiply, normalize } from '@shiji/kernel/decimal'
import { type Answer, bad, FINE, type Reached, shown } from './finding.ts'
import { readAnswer, type SnmpAnswer, writeQuestion } from './snmp-message.ts'
import { readSecured, writeDiscovery, writeSecured } from './snmp-v3.ts'
import { passwordsOf, type Secured, UNKNOWN_ENGINE } from './usm.ts'

type Target = Extract<ProbeTarget, { kind: 'snmp' }>

const MOST_IDS = 2 ** 31 - 1

/** Asks a device for one figure and holds it against its limits: a temperature, a load, the charge of a battery. */
export async function probeSnmp(target: Target, reached: Reached): Promise<Answer> {
  const { factor, least, most } = target
  const answer = await ask(target, reached)
  if (answer.kind === 'refused') return refused(answer.why, target)
  const text = answer.text.trim()
  if (least === null && most === null) return FINE
  if (!isDecimal(text)) return bad('answered-badly', { answer: shown(text) })
  const value = normalize(multiply(decimal(text), decimal(factor)))
  const isLow = least !== null && compare(value, decimal(least)) < 0
  const isHigh = most !== null && compare(value, decimal(most)) > 0
  return isLow || isHigh ? bad('value-outside', { value, least: least ?? '…', most: most ?? '…' }) : FINE
}

function refused(why: Extract<SnmpAnswer, { kind: 'refused' }>['why'], { security }: Target): Answer {
  switch (why) {
    case 'user-unknown':
      return bad('snmp-user-unknown', { user: security?.user ?? '' })
    case 'password-wrong':
    case 'undecipherable':
      return bad('snmp-password-wrong', {})
    case 'level-unsupported':
      return bad('snmp-level-unsupported', {})
    default:
      return bad('answered-badly', { answer: `SNMP ${why}` })
  }
}

/** More questions than these an agent that keeps asking for another clock is not asked. */
const MOST_QUESTIONS = 3

async function ask({ oid, security }: Target, { pinned, port, secret, signal }: Reached): Promise<SnmpAnswer> {
  const socket = createSocket({ type: pinned.family === 6 ? 'udp6' : 'udp4', signal })
  try {
    socket.connect(port, pinned.address)
    await once(socket, 'connect', { signal })
    const exchange = async (question: Buffer) => {
      socket.send(question)
      const [message] = (await once(socket, 'message', { signal })) as [Buffer]
      return message
    }
    if (security !== null) return await askSecured(exchange, { oid, security, passwords: passwordsOf(secret) })
    const id = randomInt(1, MOST_IDS)
    return readAnswer(await exchange(writeQuestion({ community: secret, oid, id })), id)
  } finally {
    if (!signal.aborted) socket.close()
  }
}

type Exchange = (question: Buffer) => Promise<Buffer>
type SecuredQuestion = Omit<Secured, 'engine'> & { readonly oid: string }

/** First who the agent is and what its clock says, then the question; a clock that runs apart is taken over once. */
async function askSecured(exchange: Exchange, { oid, ...asking }: SecuredQuestion): Promise<SnmpAnswer> {
  let secured: Secured = { ...asking, engine: UNKNOWN_ENGINE }
  for (let count = 1; count <= MOST_QUESTIONS; count += 1) {
    const id = randomInt(1, MOST_IDS)
    const isKnown = secured.engine.id.length > 0
    const question = isKnown ? writeSecured(secured, { oids: [oid], id }) : writeDiscovery(id)
    const answer = readSecured(await exchange(question), secured, id)
    if (answer.kind === 'answer') return answer.answer
    const isAgain = !isKnown || answer.why === 'clock-apart'
    if (!isAgain || answer.engine.id.length === 0) return { kind: 'refused', why: answer.why }
    secured = { ...secured, engine: answer.engine }
  }
  return { kind: 'refused', why: 'clock-apart' }
}
