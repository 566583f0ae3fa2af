import { joinPartedNumbers, type WholeNumbers } from './parted-numbers.ts'

/** Printed characters that a text may have before markup and entities are taken off; more is a document. */
export const LONGEST_RAW_TEXT = 20_000

/**
 * One spelling for every character: full width, small forms, Kangxi radicals of PDF text, HTML left in spreadsheets,
 * and blanks. Blanks survive only between two Latin letters or digits, where they part words; a line break survives
 * as such. Null for a text longer than LONGEST_RAW_TEXT, however many blanks it has.
 */
export function foldText(text: string): WholeNumbers | null {
  const condensed = condenseBlanks(text)
  if (condensed === null) return null
  const printed = lonelyAngles(foldCharacters(openInterval(stripMarkup(decodeEntities(condensed)))))
  const whole = joinPartedNumbers(printed)
  return { ...whole, text: strayPoints(dropBlanks(whole.text)) }
}

/** A run of blanks becomes one, so that what follows works on a bounded text. */
function condenseBlanks(text: string): string | null {
  const kept: string[] = []
  let gap = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    const plain = SAME.get(character) ?? character
    if (plain === ' ' || plain === '\n') gap = gap === '\n' ? gap : plain
    else {
      if (gap !== '') kept.push(gap)
      kept.push(character)
      gap = ''
      if (kept.length > LONGEST_RAW_TEXT) return null
    }
  }
  return kept.join('')
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['ge', '≥'],
  ['le', '≤'],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['amp', '&'],
  ['quot', '"'],
  ['times', '×'],
  ['permil', '‰'],
  ['middot', '·'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['plusmn', '±'],
])
const LONGEST_ENTITY = 8

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  let decoded = ''
  let from = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    if (at < from) continue
    const entity = entityAt(text, at)
    if (!entity) continue
    decoded += text.slice(from, at) + entity.character
    from = entity.end
  }
  return decoded + text.slice(from)
}

/** Also `&amp;ge;`, which a form exported twice carries. */
function entityAt(text: string, at: number): { character: string; end: number } | null {
  const name = text.slice(at + 1, at + 2 + LONGEST_ENTITY)
  const length = name.indexOf(';')
  if (length <= 0) return null
  const end = at + length + 2
  const character = ENTITIES.get(name.slice(0, length)) ?? numericEntity(name.slice(0, length))
  if (character === null) return null
  if (character !== '&') return { character, end }
  const rest = text.slice(end, end + LONGEST_ENTITY)
  const inner = ENTITIES.get(rest.slice(0, Math.max(0, rest.indexOf(';'))))
  return inner ? { character: inner, end: end + rest.indexOf(';') + 1 } : { character, end }
}

function numericEntity(name: string): string | null {
  if (name[0] !== '#') return null
  const hexadecimal = name[1] === 'x' || name[1] === 'X'
  const code = Number.parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

const BREAKING_TAGS = new Set(['br', 'p', 'div', 'li', 'tr'])
const PLAIN_TAGS = new Set(['a', 'b', 'em', 'font', 'i', 'o:p', 'span', 'strong', 'sub', 'sup', 'td', 'u', 'ul', 'ol'])

/** Only tags known by name: `<8小时` and `0<X≤5` are no tags. */
function stripMarkup(text: string): string {
  if (!text.includes('<')) return text
  let stripped = ''
  let from = 0
  let close = -1
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (close < at) close = text.indexOf('>', at)
    if (close < 0) break
    const name = tagName(text, at + 1)
    if (!BREAKING_TAGS.has(name) && !PLAIN_TAGS.has(name)) continue
    stripped += text.slice(from, at) + (BREAKING_TAGS.has(name) ? '\n' : '')
    from = close + 1
    at = close
  }
  return stripped + text.slice(from)
}

function tagName(text: string, start: number): string {
  const from = text[start] === '/' ? start + 1 : start
  let end = from
  while (end < from + 8 && isTagLetter(text.charCodeAt(end))) end += 1
  const next = text[end]
  const ends = next === '>' || next === '/' || next === ' ' || next === '\n'
  return ends ? text.slice(from, end).toLowerCase() : ''
}

function isTagLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 58
}

const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '≥': '≧⩾≽⪰',
    '≤': '≦⩽≼⪯',
    '=': '═꞊⁼',
    '>': '〉›',
    '<': '〈‹',
    '-': '‐‑‒–—―−─━ー﹘',
    '~': '∼〜～˜',
    '*': '×✕✖∗⨯',
    ':': '∶',
    '%': '٪',
    '/': '∕⁄',
    '·': '•‧∙⋅・',
    '(': '〔【［｛[{',
    ')': '〕】］｝]}',
    '\n': '\r\v\f\u2028\u2029',
    ' ': '\t|¦￨\u00a0\u3000',
    二十: '廿',
    三十: '卅',
  }).flatMap(([kept, variants]) => [...variants].map((variant) => [variant, kept] as const)),
)
const INVISIBLE = new Set('\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad“”"‘’\'「」『』`$')

/** Ranges whose compatibility form is the ordinary character. */
const COMPATIBILITY: readonly (readonly [number, number])[] = [
  [0x2f00, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffe6],
]

function foldCharacters(text: string): string {
  return Array.from(text, foldCharacter).join('')
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) return SAME.get(character) ?? (INVISIBLE.has(character) || isControl(code) ? '' : character)
  if (code >= 0x2000 && code <= 0x200a) return ' '
  if (INVISIBLE.has(character)) return ''
  const plain = COMPATIBILITY.some(([first, last]) => code >= first && code <= last)
    ? character.normalize('NFKC')
    : character
  return SAME.get(character) ?? SAME.get(plain) ?? (INVISIBLE.has(plain) ? '' : plain)
}

const INTERVAL = /^\s*([[(［（])\s*(-?[\d.]{1,18}\s*[%％]?)\s*[,，]\s*(-?[\d.]{1,18}\s*[%％]?)\s*([\])］）])(\D{0,6})$/

/** [90,100] and (80%,90%] are ranges; (1,000) without a square bracket is a number. */
function openInterval(text: string): string {
  const [, left = '', low = '', high = '', right = '', unit = ''] = INTERVAL.exec(text) ?? []
  if (!'[［'.includes(left || ' ') && !']］'.includes(right || ' ')) return text
  return `${low}${left === '(' || left === '（' ? '(不含)' : ''}~${high}${unit}${right === ')' || right === '）' ? '(不含)' : ''}`
}

/** 》95% is a sign typed with the wrong key; 《…》 around a title is not. */
function lonelyAngles(text: string): string {
  if (text.includes('《') === text.includes('》')) return text
  return text.replaceAll('》', '>').replaceAll('《', '<')
}

/** .95 is 0.95 and 95.% is 95 %. */
function strayPoints(text: string): string {
  return text.replace(/(^|[≥≤<>=~-])\.(?=\d)/g, '$10.').replace(/(\d)\.(?=[%‰])/g, '$1')
}

function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && code !== 0x0a)
}

function dropBlanks(text: string): string {
  const kept: string[] = []
  let gap = ''
  for (const character of text) {
    if (character === ' ' || character === '\n') {
      gap = gap === '\n' ? gap : character
      continue
    }
    const last = kept.at(-1)
    const parts = gap === '\n' || (isLatin(last) && isLatin(character))
    if (gap !== '' && last !== undefined && parts) kept.push(gap)
    kept.push(character)
    gap = ''
  }
  return kept.join('')
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /^[0-9A-Za-z]/.test(character)
}
