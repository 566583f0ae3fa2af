import type { WordingParameters } from '@shiji/kernel/wording'
import type { ReadProblemCode } from './read-problem.ts'
import type { ThreadedKind } from './read-task.ts'
import { decodeText } from './text/decode-text.ts'

/** What the bytes are, whatever the file is called. Zip and OLE are containers; their parts tell the rest. */
export type Sniffed =
  | { readonly kind: ThreadedKind | 'csv' | 'text' }
  | { readonly kind: 'refused'; readonly code: ReadProblemCode; readonly parameters: WordingParameters }

type Magic = { readonly bytes: string; readonly sniffed: Sniffed }

const MAGIC: readonly Magic[] = [
  { bytes: 'PK\x03\x04', sniffed: { kind: 'zip' } },
  { bytes: 'PK\x05\x06', sniffed: { kind: 'zip' } },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', sniffed: { kind: 'ole' } },
  { bytes: '\x89PNG', sniffed: picture('PNG') },
  { bytes: '\xff\xd8\xff', sniffed: picture('JPEG') },
  { bytes: 'II*\0', sniffed: picture('TIFF') },
  { bytes: 'MM\0*', sniffed: picture('TIFF') },
  { bytes: 'GIF8', sniffed: picture('GIF') },
  { bytes: 'BM', sniffed: picture('BMP') },
  { bytes: '{\\rtf', sniffed: { kind: 'rtf' } },
  { bytes: 'Rar!', sniffed: unsupported('RAR') },
  { bytes: '7z\xbc\xaf', sniffed: unsupported('7z') },
  { bytes: '\x1f\x8b', sniffed: unsupported('gzip') },
]

const PDF_HEADER_WITHIN = 1_024
const SAMPLE_BYTES = 65_536
const HTML_TAG = /<(?:!doctype\s{1,9}html|html|head|body|table)[\s>]/i

export function sniffFormat(bytes: Uint8Array, name: string): Sniffed {
  const start = Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).toString('latin1')
  if (start.includes('%PDF-')) return { kind: 'pdf' }
  const magic = MAGIC.find((candidate) => start.startsWith(candidate.bytes) && isBinary(bytes, candidate))
  if (magic) return magic.sniffed

  const isUtf16 = start.startsWith('ÿþ') || start.startsWith('þÿ')
  if (!isUtf16 && bytes.includes(0)) return unknown(name)
  return sniffText(decodeText(sampleOf(bytes)), name)
}

const LONGEST_CHARACTER = 4

/** The beginning of the file, not cut within a letter, for that would be no UTF-8 any more. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, SAMPLE_BYTES)
  while (end < bytes.length && end > SAMPLE_BYTES - LONGEST_CHARACTER && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, end)
}

/** Two letters are no proof that a text is a bitmap. */
function isBinary(bytes: Uint8Array, magic: Magic): boolean {
  return magic.bytes !== 'BM' || bytes.subarray(0, SAMPLE_BYTES).includes(0)
}

function sniffText(sample: string, name: string): Sniffed {
  const text = sample.trimStart()
  if (hasControlCharacters(sample)) return unknown(name)
  if (/^(?:MIME-Version|Content-Type|From):[^\n]{0,400}\n/i.test(text) && /multipart\/related|text\/html/i.test(text))
    return { kind: 'mht' }
  if (text.startsWith('<?xml') || text.startsWith('<?mso')) {
    if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { kind: 'spreadsheet-xml' }
    if (text.includes('schemas.microsoft.com/office/word/2003') || text.includes('xmlPackage')) {
      return { kind: 'word-xml' }
    }
    if (text.includes('application/vnd.oasis.opendocument.spreadsheet')) return { kind: 'spreadsheet-xml' }
    if (text.includes('application/vnd.oasis.opendocument.text')) return { kind: 'flat-odt' }
  }
  if (text.startsWith('<') && (HTML_TAG.test(text) || /^html?$/.test(extensionOf(name)))) return { kind: 'html' }
  return { kind: extensionOf(name) === 'csv' ? 'csv' : 'text' }
}

/** Text has tabs and line ends and hardly any other control character; binary files have many. */
function hasControlCharacters(sample: string): boolean {
  let strange = 0
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    const isControl = code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a
    if (isControl || code === 0xfffd) strange += 1
  }
  return strange > sample.length / 100
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase()
}

function picture(kind: string): Sniffed {
  return { kind: 'refused', code: 'scanned-image', parameters: { kind } }
}

function unsupported(kind: string): Sniffed {
  return { kind: 'refused', code: 'kind-unsupported', parameters: { kind } }
}

function unknown(name: string): Sniffed {
  return { kind: 'refused', code: 'unknown-format', parameters: { name } }
}
