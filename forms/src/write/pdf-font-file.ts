import { closeSync, openSync, readSync } from 'node:fs'

/** One face of a font file, by the names written inside it: a file name says nothing reliable. */
export type FontFace = { readonly file: string; readonly families: readonly string[]; readonly bold: boolean }

const SFNT_SIGNATURES = new Set([0x00010000, 0x4f54544f, 0x74727565])
const COLLECTION_SIGNATURE = 0x74746366
const MOST_FACES = 64
const MOST_TABLES = 256
const LONGEST_NAME_TABLE = 1 << 20
const BOLD_WEIGHT = 600
const FAMILY_NAME_IDS = new Set([1, 16])

/** Every face of a font file or collection; none when the file cannot be read as a font. */
export function readFontFaces(file: string): FontFace[] {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return []
  }
  try {
    return faceOffsets(descriptor).flatMap((offset) => readFace(descriptor, offset, file))
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function faceOffsets(descriptor: number): number[] {
  const head = readBytes(descriptor, 0, 12)
  if (head.readUInt32BE(0) !== COLLECTION_SIGNATURE) return [0]
  const count = Math.min(head.readUInt32BE(8), MOST_FACES)
  const offsets = readBytes(descriptor, 12, count * 4)
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4))
}

function readFace(descriptor: number, offset: number, file: string): FontFace[] {
  const tables = readTables(descriptor, offset)
  const nameTable = tables.get('name')
  if (nameTable === undefined) return []
  const families = readFamilies(readBytes(descriptor, nameTable.offset, Math.min(nameTable.length, LONGEST_NAME_TABLE)))
  const weights = tables.get('OS/2')
  const weight = weights === undefined ? 0 : readBytes(descriptor, weights.offset, 6).readUInt16BE(4)
  return families.length === 0 ? [] : [{ file, families, bold: weight >= BOLD_WEIGHT }]
}

type TablePlace = { readonly offset: number; readonly length: number }

function readTables(descriptor: number, offset: number): Map<string, TablePlace> {
  const head = readBytes(descriptor, offset, 12)
  if (!SFNT_SIGNATURES.has(head.readUInt32BE(0))) return new Map()
  const count = Math.min(head.readUInt16BE(4), MOST_TABLES)
  const directory = readBytes(descriptor, offset + 12, count * 16)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = directory.subarray(index * 16, index * 16 + 16)
      return [entry.toString('latin1', 0, 4), { offset: entry.readUInt32BE(8), length: entry.readUInt32BE(12) }]
    }),
  )
}

/** The family in every language the font carries: Chinese fonts hold 仿宋_GB2312 beside FangSong_GB2312. */
function readFamilies(table: Buffer): string[] {
  const count = table.readUInt16BE(2)
  const textOffset = table.readUInt16BE(4)
  const families = new Set<string>()
  for (let index = 0; index < count; index++) {
    const record = 6 + index * 12
    if (!FAMILY_NAME_IDS.has(table.readUInt16BE(record + 6))) continue
    const start = textOffset + table.readUInt16BE(record + 10)
    const bytes = table.subarray(start, start + table.readUInt16BE(record + 8))
    const name = decodeName(bytes, table.readUInt16BE(record), table.readUInt16BE(record + 2))
    if (name !== '') families.add(name)
  }
  return [...families]
}

const UNICODE = 0
const MACINTOSH = 1
const WINDOWS = 3
const WINDOWS_GB = 3

function decodeName(bytes: Buffer, platform: number, encoding: number): string {
  if (platform === MACINTOSH) return encoding === 0 ? bytes.toString('latin1') : ''
  if (platform === WINDOWS && encoding === WINDOWS_GB) return new TextDecoder('gbk').decode(bytes).replaceAll('\0', '')
  if (platform !== WINDOWS && platform !== UNICODE) return ''
  return new TextDecoder('utf-16be').decode(bytes)
}

/** Throws a RangeError when the file ends early, as the readers of numbers do. */
function readBytes(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(descriptor, bytes, 0, length, offset) < length) throw new RangeError('the font file ends early')
  return bytes
}
