import { crc32 } from './crc32.ts'

/**
 * A zip in which nothing is left to chance: files as they are, no times, no extras, in the order given. The same files
 * give the same bytes, and a reader can tell any byte that is not as it must be (APPNOTE 6.3.10, §4.3).
 */

export type ZipText = {
  readonly encode: (text: string) => Uint8Array<ArrayBuffer>
  readonly decode: (bytes: Uint8Array) => string
}

export type StoredEntry = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** The first byte that is not as it must be, and the file it belongs to; null for what belongs to none. */
type ZipFault = { readonly at: number; readonly path: string | null }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
/** Names are UTF-8. */
const FLAGS = 0x0800
const VERSION = 20
/** 1 January 1980, where the time of a zip begins. */
const FIRST_DAY = 0x21

/** The pieces of the zip in their order. */
export function writeStoredZip(entries: readonly StoredEntry[], text: ZipText): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const central: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { path, bytes } of entries) {
    const name = text.encode(path)
    const facts = { crc: crc32(bytes), size: bytes.length, name, offset }
    const local = localHeader(facts)
    pieces.push(local, bytes)
    central.push(centralHeader(facts))
    offset += local.length + bytes.length
  }
  const size = central.reduce((sum, { length }) => sum + length, 0)
  return [...pieces, ...central, endRecord({ count: entries.length, size, offset })]
}

type Facts = { readonly crc: number; readonly size: number; readonly name: Uint8Array; readonly offset: number }

function localHeader({ crc, size, name }: Facts): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(LOCAL_BYTES + name.length)
  const view = new DataView(header.buffer)
  view.setUint32(0, LOCAL, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, FLAGS, true)
  view.setUint16(12, FIRST_DAY, true)
  view.setUint32(14, crc, true)
  view.setUint32(18, size, true)
  view.setUint32(22, size, true)
  view.setUint16(26, name.length, true)
  header.set(name, LOCAL_BYTES)
  return header
}

function centralHeader({ crc, size, name, offset }: Facts): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(CENTRAL_BYTES + name.length)
  const view = new DataView(header.buffer)
  view.setUint32(0, CENTRAL, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, VERSION, true)
  view.setUint16(8, FLAGS, true)
  view.setUint16(14, FIRST_DAY, true)
  view.setUint32(16, crc, true)
  view.setUint32(20, size, true)
  view.setUint32(24, size, true)
  view.setUint16(28, name.length, true)
  view.setUint32(42, offset, true)
  header.set(name, CENTRAL_BYTES)
  return header
}

type End = { readonly count: number; readonly size: number; readonly offset: number }

function endRecord({ count, size, offset }: End): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(END_BYTES)
  const view = new DataView(record.buffer)
  view.setUint32(0, END, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return record
}

type StoredZip = { readonly entries: readonly StoredEntry[]; readonly fault: ZipFault | null }

/** Reads what `writeStoredZip` wrote. Whatever can be read of another zip is answered with the first byte that is amiss. */
export function readStoredZip(bytes: Uint8Array<ArrayBuffer>, text: ZipText): StoredZip {
  const entries: StoredEntry[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + LOCAL_BYTES <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const body = at + LOCAL_BYTES + view.getUint16(at + 26, true)
    const end = body + view.getUint32(at + 18, true)
    if (end > bytes.length) break
    entries.push({ path: text.decode(bytes.subarray(at + LOCAL_BYTES, body)), bytes: bytes.subarray(body, end) })
    at = end
  }
  const whole = writeStoredZip(entries, text)
  const wrong = compareBytes(bytes, whole, at) ?? tornAt(bytes, at)
  const first = wrong ?? compareBytes(bytes, whole, Number.POSITIVE_INFINITY)
  return { entries, fault: first === null ? null : { at: first, path: ownerOf(first, entries, text) } }
}

/** Where the files end and neither the next one nor the list of all begins. */
function tornAt(bytes: Uint8Array<ArrayBuffer>, at: number): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isList = at + 4 <= bytes.length && [CENTRAL, END].includes(view.getUint32(at, true))
  return isList ? null : at
}

/** The place of the first byte before `until` by which they differ; of two that are as long as one another. */
function compareBytes(bytes: Uint8Array, pieces: readonly Uint8Array[], until: number): number | null {
  let at = 0
  for (const piece of pieces) {
    // The content of a file that was read here is the very bytes it is compared with.
    if (piece.buffer === bytes.buffer && piece.byteOffset === bytes.byteOffset + at && at + piece.length <= until) {
      at += piece.length
      continue
    }
    for (let index = 0; index < piece.length; index += 1, at += 1) {
      if (at >= until) return null
      if (bytes[at] !== piece[index]) return at
    }
  }
  return at === bytes.length || at >= until ? null : at
}

function ownerOf(at: number, entries: readonly StoredEntry[], text: ZipText): string | null {
  const sizes = entries.map(({ path, bytes }) => ({ path, name: text.encode(path).length, body: bytes.length }))
  const parts = [
    ...sizes.map(({ path, name, body }) => ({ path, size: LOCAL_BYTES + name + body })),
    ...sizes.map(({ path, name }) => ({ path, size: CENTRAL_BYTES + name })),
  ]
  let end = 0
  for (const { path, size } of parts) {
    end += size
    if (at < end) return path
  }
  return null
}
