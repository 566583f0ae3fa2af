import { oidOf, type Part, partsOf } from './ber.ts'
import { readResponse, type SnmpAnswer, type SnmpReport, UNREADABLE, writeGet } from './snmp-message.ts'
import {
  ENCIPHERED,
  type Engine,
  isGenuine,
  REPORT,
  readEnvelope,
  type Secured,
  SIGNED,
  scopedOf,
  scopedPart,
  UNKNOWN_ENGINE,
  USM_STATS,
  writeOpen,
  writeSealed,
} from './usm.ts'

/** Questions of SNMP version 3: the agent that is asked is the authoritative engine. */

type Asked = { readonly oids: readonly string[]; readonly id: number }

/** Asks an agent who it is; its answer is a report. */
export function writeDiscovery(id: number): Buffer {
  const scoped = scopedOf(UNKNOWN_ENGINE.id, writeGet([], id))
  return writeOpen({ id, isReportable: true, scoped }, UNKNOWN_ENGINE)
}

export function writeSecured(secured: Secured, { oids, id }: Asked): Buffer {
  return writeSealed(secured, { id, isReportable: true, scoped: scopedOf(secured.engine.id, writeGet(oids, id)) })
}

type SecuredAnswer =
  | { readonly kind: 'answer'; readonly answer: SnmpAnswer }
  /** Ask again with what it says of itself. */
  | { readonly kind: 'report'; readonly why: SnmpReport | 'unreadable'; readonly engine: Engine }

/** Reads an answer; one that is not signed as asked is no answer. */
export function readSecured(message: Buffer, secured: Secured, id: number): SecuredAnswer {
  const envelope = readEnvelope(message)
  if (envelope === null) return { kind: 'answer', answer: UNREADABLE }
  const { flags, engine } = envelope
  const { level } = secured.security
  const isSigned = (flags & SIGNED) !== 0 && isGenuine(message, envelope, secured)
  const isTrusted = level === 'none' || isSigned
  const isReadable = isTrusted || (flags & ENCIPHERED) === 0
  const [, , pdu] = partsOf(isReadable ? scopedPart(envelope, secured)?.body : undefined)
  // Reports about what an agent does not know cannot be signed; they change nothing but who is asked again.
  if (pdu?.tag === REPORT) return { kind: 'report', why: reportOf(pdu), engine }
  const isWhole = level !== 'auth-priv' || (flags & ENCIPHERED) !== 0
  return { kind: 'answer', answer: isTrusted && isWhole ? readResponse(pdu, id) : UNREADABLE }
}

const REPORTS: Readonly<Record<string, SnmpReport>> = {
  [`${USM_STATS}.1.0`]: 'level-unsupported',
  [`${USM_STATS}.2.0`]: 'clock-apart',
  [`${USM_STATS}.3.0`]: 'user-unknown',
  [`${USM_STATS}.4.0`]: 'engine-unknown',
  [`${USM_STATS}.5.0`]: 'password-wrong',
  [`${USM_STATS}.6.0`]: 'undecipherable',
}

function reportOf({ body }: Part): SnmpReport | 'unreadable' {
  const [, , , bindings] = partsOf(body)
  const [binding] = partsOf(bindings?.body)
  const [name] = partsOf(binding?.body)
  return (name === undefined ? undefined : REPORTS[oidOf(name.body)]) ?? 'unreadable'
}
