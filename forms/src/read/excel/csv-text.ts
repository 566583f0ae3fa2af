import { type CellBudget, tableOfRows } from '../dense-table.ts'
import type { RawBlock } from '../raw-document.ts'

const SEPARATORS = [',', '\t', ';', '，'] as const

/** Comma separated values after RFC 4180; the separator is the one its rows share. Values stay text. */
export function readCsv(text: string, budget: CellBudget): RawBlock[] {
  const separator = separatorOf(text)
  const rows: { line: number; texts: string[] }[] = []
  let row: { line: number; texts: string[] } = { line: 1, texts: [] }
  let line = 1
  let at = 0
  while (at < text.length) {
    const field = takeField(text, at, separator)
    row.texts.push(field.text.trim())
    line += field.lineEnds
    at = field.next
    if (field.endsRow) {
      rows.push(row)
      row = { line, texts: [] }
    }
  }
  if (row.texts.length > 0) rows.push(row)

  const filled = rows.filter(({ texts }) => texts.some((value) => value !== ''))
  return filled.length === 0 ? [] : [tableOfRows(filled, budget)]
}

const LOOKED_AT = 50

/** A table has as many separators in every row; a title over it has none, and commas in a sentence vary. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, MOST_CHARACTERS)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .slice(0, LOOKED_AT)
  const worth = new Map(SEPARATORS.map((separator) => [separator, steadiness(lines, separator)]))
  return SEPARATORS.reduce((best, separator) =>
    (worth.get(separator) ?? 0) > (worth.get(best) ?? 0) ? separator : best,
  )
}

const MOST_CHARACTERS = 100_000

function steadiness(lines: readonly string[], separator: string): number {
  const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
  const same = Map.groupBy(counts, (count) => count)
  return Math.max(0, ...[...same].map(([count, rows]) => count * rows.length))
}

type Field = { readonly text: string; readonly next: number; readonly endsRow: boolean; readonly lineEnds: number }

function takeField(text: string, start: number, separator: string): Field {
  const { value, end } = text[start] === '"' ? takeQuoted(text, start) : { value: '', end: start }
  let at = end
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1

  const content = value + text.slice(end, at)
  const lineEnds = value.split('\n').length - 1
  if (at >= text.length) return { text: content, next: at, endsRow: true, lineEnds }
  if (text[at] === separator) return { text: content, next: at + 1, endsRow: false, lineEnds }
  return { text: content, next: at + (text.startsWith('\r\n', at) ? 2 : 1), endsRow: true, lineEnds: lineEnds + 1 }
}

function takeQuoted(text: string, start: number): { value: string; end: number } {
  const parts: string[] = []
  let from = start + 1
  while (true) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return { value: parts.join('') + text.slice(from), end: text.length }
    parts.push(text.slice(from, quote))
    if (text[quote + 1] !== '"') return { value: parts.join(''), end: quote + 1 }
    parts.push('"')
    from = quote + 2
  }
}
