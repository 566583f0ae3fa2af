import { refuseReading } from '../read-problem.ts'
import { readFormBox } from './doc-form-box.ts'
import { type PropertyRun, part, propertyRuns, runAt, withKeptElsewhere } from './doc-properties.ts'
import { readSymbols } from './symbol-fonts.ts'

/** One paragraph of a binary Word file; `mark` is the character that ends it. */
export type DocParagraph = { readonly text: string; readonly mark: string; readonly properties: PropertyRun | null }

type Piece = { readonly start: number; readonly end: number; readonly offset: number; readonly isWide: boolean }

const WORD_MAGIC = 0xa5ec
const FLAGS = 0x0a
const IS_ENCRYPTED = 0x0100
const USES_TABLE_1 = 0x0200
/** Places in the file's head: how many characters each part of the text has, and where lists stand. */
const TEXT_LENGTHS = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64] as const
const CHARACTER_PAGES = 0xfa
const PARAGRAPH_PAGES = 0x102
const FONTS = 0x112
const PIECES = 0x1a2

const DELETED = 0x0800
const HIDDEN = 0x083c
const SYMBOL = 0x6a09
const FONT = 0x4a4f
const FORM_DATA = 0x6a03

const OBJECT = '\x01'
const FIELD_BEGIN = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'
const PARAGRAPH_MARKS = '\r\x07\x0c'
const WINDOWS_1252 = new TextDecoder('windows-1252')

/** Paragraphs of the main text, then those of its text boxes. */
export function readDocParagraphs(streams: ReadonlyMap<string, Uint8Array>): {
  main: DocParagraph[]
  boxes: DocParagraph[]
} {
  const stream = viewOf(streams.get('WordDocument'))
  const flags = stream.getUint16(FLAGS, true)
  if (stream.getUint16(0, true) !== WORD_MAGIC) refuseReading('damaged', { part: 'WordDocument' })
  if ((flags & IS_ENCRYPTED) !== 0) refuseReading('encrypted')
  const table = viewOf(streams.get((flags & USES_TABLE_1) !== 0 ? '1Table' : '0Table'))

  const reader = new DocText(stream, table, streams.get('Data'))
  const lengths = TEXT_LENGTHS.map((at) => stream.getUint32(at, true))
  const [mainLength = 0] = lengths
  const boxesAt = lengths.slice(0, -1).reduce((sum, length) => sum + length, 0)
  return {
    main: reader.paragraphs(0, mainLength),
    boxes: reader.paragraphs(boxesAt, boxesAt + (lengths.at(-1) ?? 0)),
  }
}

class DocText {
  readonly #stream: DataView
  readonly #pieces: Piece[]
  readonly #paragraphRuns: PropertyRun[]
  readonly #characterRuns: PropertyRun[]
  readonly #fonts: string[]
  readonly #data: DataView

  constructor(stream: DataView, table: DataView, data: Uint8Array = new Uint8Array()) {
    const listAt = (place: number) => part(table, stream.getUint32(place, true), stream.getUint32(place + 4, true))
    this.#stream = stream
    this.#data = viewOf(data)
    this.#pieces = readPieces(listAt(PIECES))
    this.#paragraphRuns = propertyRuns({ stream, index: listAt(PARAGRAPH_PAGES), kind: 'paragraph' })
    this.#characterRuns = propertyRuns({ stream, index: listAt(CHARACTER_PAGES), kind: 'character' })
    this.#fonts = readFonts(listAt(FONTS))
  }

  paragraphs(from: number, to: number): DocParagraph[] {
    const paragraphs: DocParagraph[] = []
    const fields: ('instruction' | 'result')[] = []
    let text = ''
    for (const { character, offset } of this.#characters(from, to)) {
      if (PARAGRAPH_MARKS.includes(character)) {
        paragraphs.push({ text, mark: character, properties: this.#propertiesAt(offset) })
        text = ''
      } else if (character === OBJECT) text += this.#formBox(offset)
      else if (character === FIELD_BEGIN) fields.push('instruction')
      else if (character === FIELD_RESULT) fields.splice(-1, 1, 'result')
      else if (character === FIELD_END) fields.pop()
      else if (!fields.includes('instruction')) text += this.#shown(character, offset)
    }
    return text === '' ? paragraphs : [...paragraphs, { text, mark: '\r', properties: null }]
  }

  #propertiesAt(offset: number): PropertyRun | null {
    return withKeptElsewhere(runAt(this.#paragraphRuns, offset), this.#data)
  }

  *#characters(from: number, to: number): Generator<{ character: string; offset: number }> {
    for (const { start, end, offset, isWide } of this.#pieces) {
      const first = Math.max(start, from)
      const length = Math.min(end, to) - first
      if (length <= 0) continue
      const width = isWide ? 2 : 1
      const bytes = part(this.#stream, offset + (first - start) * width, length * width)
      const text = isWide ? new TextDecoder('utf-16le').decode(bytes) : WINDOWS_1252.decode(bytes)
      for (let index = 0; index < text.length; index += 1) {
        yield { character: text.charAt(index), offset: offset + (first - start + index) * width }
      }
    }
  }

  #shown(character: string, offset: number): string {
    const sprms = runAt(this.#characterRuns, offset)?.sprms
    if (isOn(sprms?.get(DELETED)) || isOn(sprms?.get(HIDDEN))) return ''
    const symbol = sprms?.get(SYMBOL)
    if (symbol && symbol.byteLength >= 4) return this.#symbol(symbol)
    const plain = PLAIN.get(character) ?? (character < ' ' && character !== '\t' ? '' : character)
    const font = sprms?.get(FONT)
    return font && font.byteLength >= 2 ? readSymbols(plain, this.#fonts[font.getUint16(0, true)] ?? '') : plain
  }

  /** The box of a form field stands before an object character whose properties point into the data stream. */
  #formBox(offset: number): string {
    const place = runAt(this.#characterRuns, offset)?.sprms.get(FORM_DATA)
    return place && place.byteLength >= 4 ? readFormBox(this.#data, place.getUint32(0, true)) : ''
  }

  #symbol(symbol: DataView): string {
    const mark = readSymbols(
      String.fromCharCode(symbol.getUint16(2, true)),
      this.#fonts[symbol.getUint16(0, true)] ?? '',
    )
    return /^[\ue000-\uf8ff]$/.test(mark) ? '' : mark
  }
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['\x0b', '\n'],
  ['\x1e', '-'],
  ['\x1f', ''],
  ['\u00a0', ' '],
  ['\u00ad', ''],
])

function isOn(operand: DataView | undefined): boolean {
  return operand !== undefined && operand.byteLength > 0 && (operand.getUint8(0) & 1) === 1
}

/** Skips formatting kept for pieces (marked 1) up to the piece table (marked 2). */
function readPieces(list: DataView): Piece[] {
  let at = 0
  while (at + 3 <= list.byteLength && list.getUint8(at) === 1) at += 3 + list.getUint16(at + 1, true)
  if (at >= list.byteLength || list.getUint8(at) !== 2) return refuseReading('damaged', { part: 'WordDocument' })
  const table = part(list, at + 5, list.getUint32(at + 1, true))
  const count = Math.max(0, Math.floor((table.byteLength - 4) / 12))
  return Array.from({ length: count }, (_, index): Piece => {
    const place = table.getUint32((count + 1) * 4 + index * 8 + 2, true)
    const isWide = (place & 0x40000000) === 0
    return {
      start: table.getUint32(index * 4, true),
      end: table.getUint32((index + 1) * 4, true),
      offset: isWide ? place : (place & 0x3fffffff) / 2,
      isWide,
    }
  })
}

function readFonts(list: DataView): string[] {
  const fonts: string[] = []
  let at = 4
  while (at + FONT_NAME < list.byteLength) {
    const length = list.getUint8(at)
    const name = new TextDecoder('utf-16le').decode(part(list, at + FONT_NAME, length - FONT_NAME + 1))
    fonts.push(name.split('\0')[0] ?? '')
    at += length + 1
  }
  return fonts
}

/** Where the name stands in an entry of the font list. */
const FONT_NAME = 40

function viewOf(bytes: Uint8Array | undefined): DataView {
  return bytes
    ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : refuseReading('damaged', { part: 'WordDocument' })
}
