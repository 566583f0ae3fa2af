/// <reference path="./yauzl.d.ts" />
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReadLimits } from '../read-limits.ts'
import { ReadRefusal, refuseReading } from '../read-problem.ts'

/** A zip of which nothing is inflated before its declared size is within the limits; yauzl holds each part to it. */
export type ZipArchive = {
  readonly names: ReadonlySet<string>
  /** The inflated bytes of one part, piece by piece. A part that is missing or broken refuses as `damaged`. */
  readonly stream: (name: string) => AsyncGenerator<Uint8Array>
  readonly read: (name: string) => Promise<Uint8Array>
}

const ENCRYPTED_FLAG = 1
const RATIO_CHECKED_FROM_BYTES = 1_048_576

export async function openZip(bytes: Uint8Array, limits: ReadLimits): Promise<ZipArchive> {
  const { zip, entries } = await listEntries(bytes, limits)
  let inflated = 0

  async function* stream(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name) ?? refuseReading('damaged', { part: name })
    inflated += entry.uncompressedSize
    requireSize(entry, inflated, limits)
    let checksum = 0
    try {
      const content: Readable = await zip.openReadStreamPromise(entry)
      for await (const piece of content) {
        checksum = crc32(piece, checksum)
        yield piece as Uint8Array
      }
    } catch {
      refuseReading('damaged', { part: name })
    }
    if (checksum !== entry.crc32) refuseReading('damaged', { part: name })
  }

  return {
    names: new Set(entries.keys()),
    stream,
    read: async (name) => Buffer.concat(await Array.fromAsync(stream(name))),
  }
}

async function listEntries(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  try {
    const zip = await fromBufferPromise(buffer)
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.zipEntries) break
      entries.set(entry.fileName, entry)
    }
    if (zip.entryCount > limits.zipEntries) refuseReading('too-many-parts', { limit: limits.zipEntries })
    return { zip, entries }
  } catch (cause) {
    if (cause instanceof ReadRefusal) throw cause
    return refuseReading('damaged', { part: 'zip' })
  }
}

function requireSize(entry: Entry, inflated: number, limits: ReadLimits): void {
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) refuseReading('encrypted')

  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  const isBomb = entry.uncompressedSize > RATIO_CHECKED_FROM_BYTES && ratio > limits.inflationRatio
  if (isBomb || entry.uncompressedSize > limits.partBytes || inflated > limits.inflatedBytes) {
    refuseReading('unpacks-too-large', { limit: Math.round(limits.inflatedBytes / 1_048_576) })
  }
}
