import type { SnmpSecurity } from '@shiji/contract/watch'
import type { Trap } from '@shiji/kernel/watch/signals/read-trap'
import { integerOf, objectOf, type Part, partsOf, tagged } from '../probes/ber.ts'
import { INTEGER, OBJECT, RESPONSE, SEQUENCE, TEXT } from '../probes/snmp-message.ts'
import {
  ENCIPHERED,
  type Envelope,
  FLAGS,
  isGenuine,
  type Passwords,
  REPORT,
  REPORTABLE,
  readEnvelope,
  SIGNED,
  scopedOf,
  scopedPart,
  USM_STATS,
  writeOpen,
  writeSealed,
} from '../probes/usm.ts'
import type { EngineTimes } from './engine-times.ts'
import type { OwnEngine } from './own-engine.ts'
import { INFORM, readNotification } from './trap-message.ts'

/** A source whose devices sign, and perhaps encipher, what they send. */
export type TrapUser = {
  readonly sourceId: string
  readonly security: SnmpSecurity
  readonly passwords: Passwords
}

export type WhyUnheard =
  | 'user-unknown'
  | 'level-unsupported'
  | 'password-wrong'
  | 'clock-apart'
  | 'replayed'
  | 'undecipherable'

type SecuredTrap =
  /** Null where it was heard before; `answer` goes back once it is kept. */
  | {
      readonly kind: 'told'
      readonly trap: Trap | null
      readonly sourceIds: readonly string[]
      readonly answer: Buffer | null
    }
  /** Who asks who this is, or has another clock, is told. */
  | { readonly kind: 'report'; readonly answer: Buffer }
  | { readonly kind: 'unheard'; readonly why: WhyUnheard }

export type Ear = { readonly own: OwnEngine; readonly times: EngineTimes; readonly nowMs: number }

/** Null for what is no message of version 3. */
export function readSecuredTrap(message: Buffer, users: readonly TrapUser[], ear: Ear): SecuredTrap | null {
  const envelope = readEnvelope(message)
  if (envelope === null) return null
  const isMine = envelope.engine.id.equals(ear.own.id)
  const isReportable = (envelope.flags & REPORTABLE) !== 0
  // RFC 3414 §4: whoever wants an answer must know whom it asks; a trap names its sender.
  if (!isMine && isReportable) return { kind: 'report', answer: sayWhoIAm(envelope, ear) }
  const named = users.filter(({ security }) => security.user === envelope.user)
  if (named.length === 0) return { kind: 'unheard', why: 'user-unknown' }
  const secured = envelope.flags & (SIGNED | ENCIPHERED)
  const leveled = named.filter(({ security }) => FLAGS[security.level] === secured)
  if (leveled.length === 0) return { kind: 'unheard', why: 'level-unsupported' }
  const genuine = leveled.filter((user) => isGenuine(message, envelope, { ...user, engine: envelope.engine }))
  const [first] = genuine
  if (first === undefined) return { kind: 'unheard', why: 'password-wrong' }
  const sourceIds = genuine.map(({ sourceId }) => sourceId)
  return isMine
    ? hearInform(envelope, { user: first, sourceIds }, ear)
    : hearTrap(envelope, { user: first, sourceIds }, ear)
}

type From = { readonly user: TrapUser; readonly sourceIds: readonly string[] }

function hearTrap(envelope: Envelope, { user, sourceIds }: From, { times, nowMs }: Ear): SecuredTrap {
  const pdu = scopedBy(envelope, user)[2]
  const trap = pdu === undefined ? null : readNotification(pdu)
  // Judged last, so that what could not be read may be sent again.
  if (trap === null || pdu?.tag === INFORM) return { kind: 'unheard', why: 'undecipherable' }
  const { boots, seconds, id } = envelope.engine
  const judged = times.judge(id.toString('hex'), { boots, seconds, mark: envelope.auth.toString('hex') }, nowMs)
  return judged === 'fresh' ? { kind: 'told', trap, sourceIds, answer: null } : { kind: 'unheard', why: judged }
}

function hearInform(envelope: Envelope, { user, sourceIds }: From, { own, nowMs }: Ear): SecuredTrap {
  const [contextEngine, contextName, pdu] = scopedBy(envelope, user)
  const trap = pdu?.tag === INFORM ? readNotification(pdu) : null
  const { boots, seconds } = envelope.engine
  const judged = own.judge({ boots, seconds, mark: envelope.auth.toString('hex') }, nowMs)
  const engine = { id: own.id, ...own.timeAt(nowMs) }
  const seal = (level: SnmpSecurity['level'], scoped: Buffer) =>
    writeSealed(
      { ...user, security: { ...user.security, level }, engine },
      { id: envelope.id, isReportable: false, scoped },
    )
  if (judged === 'clock-apart') {
    // RFC 3414 §3.2 (7): signed, so that the sender may believe our clock.
    return { kind: 'report', answer: seal('auth', reportOf(own, 2, requestOf(pdu))) }
  }
  if (trap === null || pdu === undefined) return { kind: 'unheard', why: 'undecipherable' }
  // RFC 3416 §4.2.7: the same in the same context as a response; its states of error are zero already.
  const context = [contextEngine, contextName].map((part) => tagged(TEXT, [part?.body ?? Buffer.alloc(0)]))
  const answer = seal(user.security.level, tagged(SEQUENCE, [...context, tagged(RESPONSE, [pdu.body])]))
  return { kind: 'told', trap: judged === 'again' ? null : trap, sourceIds, answer }
}

/** The engine and the name of its context, and what is told. */
function scopedBy(envelope: Envelope, user: TrapUser): Part[] {
  return partsOf(scopedPart(envelope, { ...user, engine: envelope.engine })?.body)
}

/** RFC 3414 §3.2 (3): unsigned, because the sender has no key for us yet. */
function sayWhoIAm(envelope: Envelope, { own, nowMs }: Ear): Buffer {
  const isOpen = (envelope.flags & ENCIPHERED) === 0
  const request = requestOf(isOpen ? partsOf(envelope.data.body)[2] : undefined)
  const scoped = reportOf(own, 4, request)
  return writeOpen({ id: envelope.id, isReportable: false, scoped }, { id: own.id, ...own.timeAt(nowMs) })
}

function requestOf(pdu: Part | undefined): Buffer {
  return partsOf(pdu?.body)[0]?.body ?? integerOf(0)
}

const COUNTER = 0x41

/** The counter of `usmStats` that says why. */
function reportOf(own: OwnEngine, stat: number, request: Buffer): Buffer {
  const name = `${USM_STATS}.${stat}.0`
  const binding = tagged(SEQUENCE, [tagged(OBJECT, [objectOf(name)]), tagged(COUNTER, [integerOf(own.count(name))])])
  const zero = tagged(INTEGER, [integerOf(0)])
  const body = [tagged(INTEGER, [request.subarray(0, 5)]), zero, zero, tagged(SEQUENCE, [binding])]
  return scopedOf(own.id, tagged(REPORT, body))
}
