/** The encoding SNMP and LDAP share: a tag, a length, a body (X.690). */
export type Part = { readonly tag: number; readonly body: Buffer }

/** The parts of a body one after another, as far as they are whole. */
export function partsOf(bytes: Buffer = Buffer.alloc(0)): Part[] {
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

export function tagged(tag: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

export function integerOf(number: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeInt32BE(number, 1)
  const from = bytes.findIndex((byte, place) => place > 0 && byte !== 0)
  const body = bytes.subarray(from === -1 ? 4 : from)
  return (body[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), body]) : body
}

export function objectOf(oid: string): Buffer {
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

export function numberOf(body: Buffer): bigint {
  return body.length === 0 ? 0n : BigInt.asIntN(body.length * 8, unsignedOf(body))
}

export function unsignedOf(body: Buffer): bigint {
  return body.length === 0 ? 0n : BigInt(`0x${body.toString('hex')}`)
}

/** `1.3.6.1` of the bytes of an object identifier. */
export function oidOf(body: Buffer): string {
  const numbers: number[] = []
  let number = 0
  for (const byte of body) {
    number = number * 0x80 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  const [first = 0, ...rest] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}
