/** SNMP version 2c, RFC 3416 in the encoding of X.690: a question for one object, and what came of it. */

export type SnmpAnswer =
  | { readonly kind: 'value'; readonly text: string }
  /** The agent says no; `unreadable` is no answer of SNMP to this question. */
  | { readonly kind: 'refused'; readonly why: 'no-such-object' | 'unreadable' | `error ${number}` }

const [INTEGER, TEXT, NULL, OBJECT, SEQUENCE, GET, RESPONSE] = [0x02, 0x04, 0x05, 0x06, 0x30, 0xa0, 0xa2]
const VERSION_2C = 1
/** Counters, gauges and ticks: numbers without a sign. */
const UNSIGNED = [0x41, 0x42, 0x43, 0x46]
const MISSING = [0x80, 0x81, 0x82]

export function writeQuestion({ community, oid, id }: { community: string; oid: string; id: number }): Buffer {
  const bound = tagged(SEQUENCE, [tagged(OBJECT, [objectOf(oid)]), tagged(NULL, [])])
  const numbers = [id, 0, 0].map((number) => tagged(INTEGER, [integerOf(number)]))
  const asked = tagged(GET, [...numbers, tagged(SEQUENCE, [bound])])
  return tagged(SEQUENCE, [tagged(INTEGER, [integerOf(VERSION_2C)]), tagged(TEXT, [Buffer.from(community)]), asked])
}

export function readAnswer(message: Buffer, id: number): SnmpAnswer {
  const [whole] = partsOf(message)
  const [, , response] = partsOf(whole?.body)
  const [asked, error, , bindings] = partsOf(response?.body)
  if (response?.tag !== RESPONSE || asked === undefined || numberOf(asked.body) !== BigInt(id)) return UNREADABLE
  const status = error === undefined ? 0n : numberOf(error.body)
  if (status !== 0n) return { kind: 'refused', why: `error ${Number(status)}` }
  const [binding] = partsOf(bindings?.body)
  const [, value] = partsOf(binding?.body)
  if (value === undefined) return UNREADABLE
  return readValue(value)
}

const UNREADABLE: SnmpAnswer = { kind: 'refused', why: 'unreadable' }

function readValue({ tag, body }: Part): SnmpAnswer {
  if (MISSING.includes(tag)) return { kind: 'refused', why: 'no-such-object' }
  if (tag === INTEGER) return { kind: 'value', text: String(numberOf(body)) }
  if (UNSIGNED.includes(tag)) return { kind: 'value', text: String(unsignedOf(body)) }
  return tag === TEXT ? { kind: 'value', text: body.toString('utf8') } : UNREADABLE
}

type Part = { readonly tag: number; readonly body: Buffer }

/** The parts of a body one after another, as far as they are whole. */
function partsOf(bytes: Buffer = Buffer.alloc(0)): Part[] {
  const parts: Part[] = []
  for (let at = 0; at + 1 < bytes.length; ) {
    const [tag = 0, first = 0] = bytes.subarray(at, at + 2)
    const more = first < 0x80 ? 0 : first & 0x7f
    if (more > 4 || at + 2 + more > bytes.length) break
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, more)
    const from = at + 2 + more
    if (from + length > bytes.length) break
    parts.push({ tag, body: bytes.subarray(from, from + length) })
    at = from + length
  }
  return parts
}

function tagged(tag: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

function integerOf(number: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeInt32BE(number, 1)
  const from = bytes.findIndex((byte, place) => place > 0 && byte !== 0)
  const body = bytes.subarray(from === -1 ? 4 : from)
  return (body[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), body]) : body
}

function objectOf(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number)
  return Buffer.from([first * 40 + second, ...rest.flatMap(septets)])
}

/** Seven bits a byte; all but the last say that more follow. */
function septets(number: number): number[] {
  const last = [number % 0x80]
  for (let left = Math.floor(number / 0x80); left > 0; left = Math.floor(left / 0x80))
    last.unshift((left % 0x80) | 0x80)
  return last
}

function numberOf(body: Buffer): bigint {
  return body.length === 0 ? 0n : BigInt.asIntN(body.length * 8, unsignedOf(body))
}

function unsignedOf(body: Buffer): bigint {
  return body.length === 0 ? 0n : BigInt(`0x${body.toString('hex')}`)
}
