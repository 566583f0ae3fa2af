/**
 * An id of version 7 (RFC 9562): what was noted down later sorts later, also within a second. `crypto.randomUUID` makes
 * another version, is younger than the oldest phones and absent without https.
 */
export function makeId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte, at) => {
    const value = at === 0 ? (byte & 0x0f) | 0x70 : at === 2 ? (byte & 0x3f) | 0x80 : byte
    return value.toString(16).padStart(2, '0')
  }).join('')
  const hex = time + random
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
