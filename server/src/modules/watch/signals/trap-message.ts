import type { Trap } from '@shiji/kernel/watch/signals/read-trap'
import { numberOf, oidOf, type Part, partsOf, tagged, unsignedOf } from '../probes/ber.ts'
import { INTEGER, NULL, OBJECT, RESPONSE, SEQUENCE, TEXT } from '../probes/snmp-message.ts'

/** A message a device sends by itself: SNMP version 1 (RFC 1157) and 2c (RFC 3416). */

/** `answer` goes back to who wants to know that it was heard: an inform. */
type TrapMessage = { readonly trap: Trap; readonly answer: Buffer | null }

const [TRAP_1, TRAP_2] = [0xa4, 0xa7]
export const INFORM = 0xa6
const [VERSION_1, VERSION_2C] = [0n, 1n]
const ADDRESS = 0x40
/** Counters, gauges and ticks: numbers without a sign. */
const UNSIGNED = [0x41, 0x42, 0x43, 0x46]
const LONGEST_NUMBER = 9
const MOST_VALUES = 50
const LONGEST_TEXT = 500

const STANDARD_TRAPS = '1.3.6.1.6.3.1.1.5'
const MAKER_NAMED = 6
const TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0'
const FIRST_FROM = '1.3.6.1.6.3.18.1.3.0'
/** How long it runs, who named it and the community it was sent with are no news: the last is nobody's to read. */
const LEFT_OUT = [TRAP_OID, FIRST_FROM, '1.3.6.1.2.1.1.3.0', '1.3.6.1.6.3.1.1.4.3.0', '1.3.6.1.6.3.18.1.4.0']

/** Null for what is no trap of these versions. */
export function readTrapMessage(message: Buffer): TrapMessage | null {
  const [whole] = partsOf(message)
  const parts = partsOf(whole?.body)
  const [version, , pdu] = parts
  if (version === undefined || pdu === undefined || version.body.length > LONGEST_NUMBER) return null
  switch (numberOf(version.body)) {
    case VERSION_1: {
      const trap = pdu.tag === TRAP_1 ? readFirst(pdu) : null
      return trap === null ? null : { trap, answer: null }
    }
    case VERSION_2C: {
      const trap = readNotification(pdu)
      return trap === null ? null : { trap, answer: pdu.tag === INFORM ? answerTo(parts) : null }
    }
    default:
      return null
  }
}

/** RFC 3584 §3.1: how version 2 names what version 1 counts. */
function readFirst({ body }: Part): Trap | null {
  const [maker, from, generic, specific, , bindings] = partsOf(body)
  if (maker?.tag !== OBJECT || generic?.tag !== INTEGER || specific?.tag !== INTEGER) return null
  const kind = Number(smallOf(generic.body))
  const oid = kind < MAKER_NAMED ? `${STANDARD_TRAPS}.${kind + 1}` : `${oidOf(maker.body)}.0.${smallOf(specific.body)}`
  const address = from?.tag === ADDRESS ? textOf(from) : ''
  return { oid, from: address === '0.0.0.0' ? '' : address, values: valuesOf(bindings) }
}

/** Of version 2 and later: what happened is one of the values. */
export function readNotification(pdu: Part): Trap | null {
  if (pdu.tag !== TRAP_2 && pdu.tag !== INFORM) return null
  const [, , , bindings] = partsOf(pdu.body)
  const all = readBindings(bindings)
  const named = all.find(({ oid }) => oid === TRAP_OID)
  if (named === undefined) return null
  const from = all.find(({ oid }) => oid === FIRST_FROM)?.text ?? ''
  return { oid: named.text, from, values: all.filter(({ oid }) => !LEFT_OUT.includes(oid)) }
}

function valuesOf(bindings: Part | undefined): Trap['values'] {
  return readBindings(bindings).filter(({ oid }) => !LEFT_OUT.includes(oid))
}

function readBindings(bindings: Part | undefined): Trap['values'] {
  return partsOf(bindings?.body)
    .slice(0, MOST_VALUES)
    .flatMap(({ body }) => {
      const [name, value] = partsOf(body)
      return name?.tag === OBJECT && value !== undefined ? [{ oid: oidOf(name.body), text: textOf(value) }] : []
    })
}

function textOf({ tag, body }: Part): string {
  if (tag === INTEGER) return String(smallOf(body))
  if (UNSIGNED.includes(tag)) return body.length > LONGEST_NUMBER ? '' : String(unsignedOf(body))
  if (tag === OBJECT) return oidOf(body)
  if (tag === ADDRESS) return [...body].join('.')
  if (tag === NULL) return ''
  return tag === TEXT ? readableOf(body) : body.toString('hex').slice(0, LONGEST_TEXT)
}

/** Letters where they are letters; a hardware address or a date is shown by its bytes. */
function readableOf(body: Buffer): string {
  const text = body.toString('utf8')
  const isText = !text.includes('\uFFFD') && !/[\p{Cc}]/u.test(text.replace(/[\t\r\n\0]/g, ''))
  return (isText ? text.replaceAll('\0', '') : body.toString('hex')).slice(0, LONGEST_TEXT)
}

function smallOf(body: Buffer): bigint {
  return body.length > LONGEST_NUMBER ? 0n : numberOf(body)
}

/** The same message as a response; its states of error are zero already: RFC 3416 §4.2.7. */
function answerTo([version, community, pdu]: readonly Part[]): Buffer {
  const parts = [version, community].map((part) => tagged(part?.tag ?? TEXT, [part?.body ?? Buffer.alloc(0)]))
  return tagged(SEQUENCE, [...parts, tagged(RESPONSE, [pdu?.body ?? Buffer.alloc(0)])])
}
