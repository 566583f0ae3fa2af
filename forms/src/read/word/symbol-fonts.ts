/**
 * Ticks and boxes that Word writes as letters of a symbol font. Code points are those of the font's own table,
 * written by Word either as they are or shifted to U+F000.
 */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x70, '□'],
  [0x71, '□'],
  [0x72, '□'],
  [0xa1, '○'],
  [0xa8, '□'],
  [0xfb, '×'],
  [0xfc, '√'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x2a, '□'],
  [0x4f, '×'],
  [0x50, '√'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0x98, '●'],
  [0xa2, '■'],
  [0xa3, '□'],
])

const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb1, '±'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xb9, '≠'],
])

const PRIVATE_USE = 0xf000

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
])

function isSymbolFont(font: string): boolean {
  return FONTS.has(font.trim().toLowerCase())
}

/** Letters of a symbol font as the marks they show; a letter without a known mark stays as it is. */
export function readSymbols(text: string, font: string): string {
  return isSymbolFont(font) ? Array.from(text, (letter) => readSymbol(letter, font) ?? letter).join('') : text
}

function readSymbol(letter: string, font: string): string | undefined {
  const point = letter.codePointAt(0) ?? 0
  const place = point >= PRIVATE_USE && point <= PRIVATE_USE + 0xff ? point - PRIVATE_USE : point
  return FONTS.get(font.trim().toLowerCase())?.get(place)
}
