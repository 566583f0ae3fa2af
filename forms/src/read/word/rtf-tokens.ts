/** Rich text piece by piece: groups, control words and the bytes of its text in whatever code page they are. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'unknown-group' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'byte'; readonly value: number }

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const HEX = /'([0-9a-fA-F]{2})/y
/** Control symbols that stand for a character, and those that are one. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['~', ' '],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
])

/** `text` holds one character for each byte of the file. */
export function* readRtfTokens(text: string): Generator<RtfToken> {
  let at = 0
  while (at < text.length) {
    const character = text[at] ?? ''
    at += 1
    if (character === '{') yield { kind: 'open' }
    else if (character === '}') yield { kind: 'close' }
    else if (character === '\\') {
      const { token, next } = control(text, at)
      if (token !== null) yield token
      at = next
    } else if (character !== '\r' && character !== '\n' && character !== '\0') {
      yield { kind: 'byte', value: character.charCodeAt(0) }
    }
  }
}

function control(text: string, at: number): { token: RtfToken | null; next: number } {
  const symbol = text[at] ?? ''
  WORD.lastIndex = at
  const [whole, word, value] = WORD.exec(text) ?? []
  if (whole !== undefined && word !== undefined) {
    const binary = word === 'bin' ? Math.max(0, Number(value ?? 0)) : 0
    const token = { kind: 'word' as const, word, value: value === undefined ? null : Number(value) }
    return { token, next: at + whole.length + binary }
  }
  HEX.lastIndex = at
  const [, hex] = HEX.exec(text) ?? []
  if (hex !== undefined) return { token: { kind: 'byte', value: Number.parseInt(hex, 16) }, next: at + 3 }
  if (symbol === '*') return { token: { kind: 'unknown-group' }, next: at + 1 }
  if (symbol === '\n' || symbol === '\r') return { token: { kind: 'word', word: 'par', value: null }, next: at + 1 }
  const meant = SYMBOLS.get(symbol)
  return { token: meant === undefined ? null : { kind: 'byte', value: meant.charCodeAt(0) }, next: at + 1 }
}
