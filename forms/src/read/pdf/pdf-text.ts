import type { Glyph } from './pdf-marks.ts'
import type { Area } from './pdf-rulings.ts'

/** Letters on one baseline, from left to right. */
export type TextLine = { readonly glyphs: readonly Glyph[]; readonly baseline: number; readonly size: number }

/** Letters whose baselines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5
/** A gap wider than this share of the size is a space; Chinese text is often spread wider to fill a column. */
const SPACE = 0.25
const CHINESE_SPACE = 0.8
const DOUBLE_STRIKE = 0.2

export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = glyphs.toSorted((one, other) => one.baseline - other.baseline)
  const lines: Glyph[][] = []
  for (const glyph of sorted) {
    const line = lines.at(-1)
    const previous = line?.at(-1)
    const near = previous && glyph.baseline - previous.baseline < Math.max(glyph.size, previous.size) * SAME_LINE
    if (line && near) line.push(glyph)
    else lines.push([glyph])
  }
  return lines.map(lineOf).filter((line) => lineText(line) !== '')
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const ordered = glyphs.toSorted((one, other) => one.left - other.left)
  return {
    glyphs: ordered,
    baseline: Math.max(...ordered.slice(0, MEASURED).map((glyph) => glyph.baseline)),
    size: Math.max(...ordered.slice(0, MEASURED).map((glyph) => glyph.size)),
  }
}

/** The first letters tell a line's height as well as all do. */
const MEASURED = 1_000

export function lineText({ glyphs }: TextLine): string {
  let text = ''
  let previous: Glyph | null = null
  for (const glyph of glyphs) {
    if (previous && isDoubleStrike(previous, glyph)) continue
    if (previous && isSpaceBetween(previous, glyph)) text += ' '
    text += glyph.text
    previous = glyph
  }
  return text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').trim()
}

/** Some programs print a letter twice, a hair apart, to make it bold. */
function isDoubleStrike(previous: Glyph, glyph: Glyph): boolean {
  return previous.text === glyph.text && glyph.left - previous.left < glyph.size * DOUBLE_STRIKE
}

function isSpaceBetween(previous: Glyph, glyph: Glyph): boolean {
  if (previous.text.endsWith(' ') || glyph.text.startsWith(' ')) return false
  const share = isChinese(previous.text) && isChinese(glyph.text) ? CHINESE_SPACE : SPACE
  return glyph.left - previous.right > glyph.size * share
}

function isChinese(text: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]$/.test(text)
}

/**
 * The text of a cell. A line that had no room for the next word was broken by the column, and is joined; a line with
 * room to spare was ended by the writer, and the line end is kept.
 */
export function cellText(glyphs: readonly Glyph[], area: Area, padding: number): string {
  const lines = linesOf(glyphs)
  return lines.reduce((text, line, index) => {
    const previous = lines[index - 1]
    if (!previous) return lineText(line)
    const room = area.right - area.left - 2 * padding - inkWidth(previous)
    return room < firstWordWidth(line) ? joinWrapped(text, previous, line) : `${text}\n${lineText(line)}`
  }, '')
}

function joinWrapped(text: string, previous: TextLine, line: TextLine): string {
  const next = lineText(line)
  const wasSpaced = previous.glyphs.at(-1)?.text.endsWith(' ') === true
  const isWordEnd = /[A-Za-z,.;:)]$/.test(text) && /^[A-Za-z(]/.test(next) && lineText(previous).includes(' ')
  return wasSpaced && !isChinese(text) ? `${text} ${next}` : `${text}${isWordEnd ? ' ' : ''}${next}`
}

export function inkWidth({ glyphs }: TextLine): number {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '')
  return (ink.at(-1)?.right ?? 0) - (ink[0]?.left ?? 0)
}

/** What had to fit on the line before: one Chinese letter with the mark that may not begin a line, or a whole word. */
function firstWordWidth({ glyphs }: TextLine): number {
  const start = glyphs.findIndex((glyph) => glyph.text.trim() !== '')
  let end = start + 1
  while (end < glyphs.length && keepsTogether(glyphs[end - 1]?.text ?? '', glyphs[end]?.text ?? '')) end += 1
  return (glyphs[end - 1]?.right ?? 0) - (glyphs[start]?.left ?? 0)
}

function keepsTogether(before: string, after: string): boolean {
  if (/^[，。、；：？！）》”’」』〉】%％]/.test(after) || /^[（《“‘「『〈【]/.test(before)) return true
  return /[^\s]$/.test(before) && /^[^\s]/.test(after) && !isChinese(before) && !isChinese(after)
}
