import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const STEP_SECONDS = 30
const DIGITS = 6
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 bits, as RFC 4226 recommends, in the letters authenticator apps read. */
export function makeSecret(): string {
  return toBase32(randomBytes(20))
}

/** The code of one step of thirty seconds (RFC 6238, HMAC-SHA-1). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

export function stepAt(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000 / STEP_SECONDS)
}

/** The step a code belongs to, one either side of now; null for a wrong code and for one not later than the last used. */
export function findStep(
  secret: string,
  code: string,
  { now, lastStep }: { now: Temporal.Instant; lastStep: number },
): number | null {
  const shown = Buffer.from(code)
  const near = [-1, 0, 1].map((offset) => stepAt(now) + offset)
  const fits = (step: number) => {
    const expected = Buffer.from(codeAt(secret, step))
    return expected.length === shown.length && timingSafeEqual(expected, shown)
  }
  return near.find((step) => step > lastStep && fits(step)) ?? null
}

/** What the QR code says to the app. */
export function appUri(secret: string, { district, login }: { district: string; login: string }): string {
  const label = encodeURIComponent(`${district} 实绩:${login}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(`${district} 实绩`)}`
}

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
