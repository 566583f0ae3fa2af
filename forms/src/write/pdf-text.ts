/** One piece of a line as the template draws it; user text stays text because it is a JSON string. */
export type PdfPiece = string | { readonly ballot: string } | { readonly code: string } | { readonly mayBreak: true }

export type PdfLine = readonly PdfPiece[]

/** Written characters no font can draw, each a grapheme (an emoji of several code points is one). */
export type MissingCharacters = ReadonlySet<string>

export const NOTHING_MISSING: MissingCharacters = new Set()

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const BALLOT_BOX = /([☐☑☒])/
const MM_PER_PT = 25.4 / 72
/** Wider than the letters of most words, so that a word is given break places a little too early, never too late. */
const LATIN_EM = 0.62
const LONG_WORD = /[\u0021-\u024f]{2,}/g
const AFTER_MARK = /(?<=[-/_,;:@&=?])/
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

export type LineRoom = { readonly widthMm: number; readonly sizePt: number; readonly missing: MissingCharacters }

export function pdfLines(text: string, room: LineRoom): PdfLine[] {
  return text
    .toWellFormed()
    .split(LINE_END)
    .map((line) => boxMissing(line, room.missing).flatMap((piece) => splitPiece(piece, room)))
}

export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment)
}

/** What stands in the box of a character that cannot be drawn: its code points, as in U+1F600. */
export function codeOf(grapheme: string): string {
  return Array.from(grapheme, (character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase()).join(' ')
}

function boxMissing(line: string, missing: MissingCharacters): PdfPiece[] {
  if (missing.size === 0) return [line]
  const pieces: PdfPiece[] = []
  let plain = ''
  for (const grapheme of graphemesOf(line)) {
    if (!missing.has(grapheme)) {
      plain += grapheme
      continue
    }
    if (plain !== '') pieces.push(plain)
    pieces.push({ code: codeOf(grapheme) })
    plain = ''
  }
  return plain === '' ? pieces : [...pieces, plain]
}

function splitPiece(piece: PdfPiece, room: LineRoom): PdfPiece[] {
  if (typeof piece !== 'string') return [piece]
  return piece
    .split(BALLOT_BOX)
    .filter((part) => part !== '')
    .flatMap((part) => (BALLOT_BOX.test(part) ? [{ ballot: part }] : breakLongWords(part, room)))
}

/** A word wider than its cell (a phone number, an address) would run over the border if it had no place to break. */
function breakLongWords(text: string, room: LineRoom): PdfPiece[] {
  const roomLetters = room.widthMm / (room.sizePt * MM_PER_PT * LATIN_EM)
  const pieces: PdfPiece[] = []
  let from = 0
  for (const match of text.matchAll(LONG_WORD)) {
    if (match[0].length <= roomLetters) continue
    if (match.index > from) pieces.push(text.slice(from, match.index))
    pieces.push(...withBreaks(match[0].split(AFTER_MARK).flatMap((part) => lettersIfLong(part, roomLetters))))
    from = match.index + match[0].length
  }
  return from < text.length ? [...pieces, text.slice(from)] : pieces
}

/** First choice: after a mark inside the word; anywhere only in a part that is still too wide. */
function lettersIfLong(part: string, roomLetters: number): string[] {
  return part.length <= roomLetters ? [part] : Array.from(part)
}

function withBreaks(parts: readonly string[]): PdfPiece[] {
  return parts.flatMap((part, at): PdfPiece[] => (at === 0 ? [part] : [{ mayBreak: true }, part]))
}
