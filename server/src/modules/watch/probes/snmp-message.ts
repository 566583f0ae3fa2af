import { integerOf, numberOf, objectOf, type Part, partsOf, tagged, unsignedOf } from './ber.ts'

/** SNMP version 2c, RFC 3416 in the encoding of X.690: a question for one object, and what came of it. */

export type SnmpAnswer =
  | { readonly kind: 'value'; readonly text: string }
  /** The agent says no; `unreadable` is no answer of SNMP to this question. */
  | { readonly kind: 'refused'; readonly why: 'no-such-object' | 'unreadable' | `error ${number}` | SnmpReport }

/** What an agent of version 3 says instead of an answer: RFC 3414 §3.2. */
export type SnmpReport =
  | 'level-unsupported'
  | 'clock-apart'
  | 'user-unknown'
  | 'engine-unknown'
  | 'password-wrong'
  | 'undecipherable'

export const [INTEGER, TEXT, NULL, OBJECT, SEQUENCE] = [0x02, 0x04, 0x05, 0x06, 0x30]
const GET = 0xa0
export const RESPONSE = 0xa2
const VERSION_2C = 1
/** Counters, gauges and ticks: numbers without a sign. */
const UNSIGNED = [0x41, 0x42, 0x43, 0x46]
const MISSING = [0x80, 0x81, 0x82]

export function writeQuestion({ community, oid, id }: { community: string; oid: string; id: number }): Buffer {
  const head = [tagged(INTEGER, [integerOf(VERSION_2C)]), tagged(TEXT, [Buffer.from(community)])]
  return tagged(SEQUENCE, [...head, writeGet([oid], id)])
}

/** The question itself, whatever envelope it travels in. */
export function writeGet(oids: readonly string[], id: number): Buffer {
  const bindings = oids.map((oid) => tagged(SEQUENCE, [tagged(OBJECT, [objectOf(oid)]), tagged(NULL, [])]))
  const numbers = [id, 0, 0].map((number) => tagged(INTEGER, [integerOf(number)]))
  return tagged(GET, [...numbers, tagged(SEQUENCE, bindings)])
}

export function readAnswer(message: Buffer, id: number): SnmpAnswer {
  const [whole] = partsOf(message)
  const [, , response] = partsOf(whole?.body)
  return readResponse(response, id)
}

/** What the agent answers to the question of this id, out of its envelope. */
export function readResponse(response: Part | undefined, id: number): SnmpAnswer {
  const [asked, error, , bindings] = partsOf(response?.body)
  if (response?.tag !== RESPONSE || asked === undefined || numberOf(asked.body) !== BigInt(id)) return UNREADABLE
  const status = error === undefined ? 0n : numberOf(error.body)
  if (status !== 0n) return { kind: 'refused', why: `error ${Number(status)}` }
  const [binding] = partsOf(bindings?.body)
  const [, value] = partsOf(binding?.body)
  if (value === undefined) return UNREADABLE
  return readValue(value)
}

export const UNREADABLE: SnmpAnswer = { kind: 'refused', why: 'unreadable' }

function readValue({ tag, body }: Part): SnmpAnswer {
  if (MISSING.includes(tag)) return { kind: 'refused', why: 'no-such-object' }
  if (tag === INTEGER) return { kind: 'value', text: String(numberOf(body)) }
  if (UNSIGNED.includes(tag)) return { kind: 'value', text: String(unsignedOf(body)) }
  return tag === TEXT ? { kind: 'value', text: body.toString('utf8') } : UNREADABLE
}
