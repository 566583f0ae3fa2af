import type { Glyph } from './pdf-marks.ts'
import type { PdfCell, PdfTable } from './pdf-tables.ts'
import { lineText, type TextLine } from './pdf-text.ts'

export type Span = { readonly text: string; readonly left: number; readonly right: number }

/** A gap wider than this many letters parts two columns. */
const COLUMN_GAP = 1.5
const FEWEST_ROWS = 3
const FEWEST_COLUMNS = 2

export type LinedUp =
  | { readonly kind: 'text'; readonly top: number; readonly text: string }
  | { readonly kind: 'table'; readonly top: number; readonly table: PdfTable }

/** Text without rulings: lines in a row that leave the same gaps free are a table, all others are text. */
export function findColumns(lines: readonly TextLine[]): LinedUp[] {
  const found: LinedUp[] = []
  let run: { readonly line: TextLine; readonly spans: Span[] }[] = []
  const endRun = () => {
    const columns = columnsOf(run.flatMap(({ spans }) => spans))
    if (run.length >= FEWEST_ROWS && columns.length >= FEWEST_COLUMNS) found.push(tableOf(run, columns))
    else found.push(...run.map(({ line }) => textOf(line)))
    run = []
  }

  for (const line of lines) {
    const spans = spansOf(line)
    if (spans.length >= FEWEST_COLUMNS) {
      run.push({ line, spans })
    } else {
      endRun()
      found.push(textOf(line))
    }
  }
  endRun()
  return found
}

function textOf(line: TextLine): LinedUp {
  return { kind: 'text', top: line.baseline - line.size, text: lineText(line) }
}

function spansOf(line: TextLine): Span[] {
  const parts: Glyph[][] = []
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue
    const previous = parts.at(-1)?.at(-1)
    if (previous && glyph.left - previous.right <= line.size * COLUMN_GAP) parts.at(-1)?.push(glyph)
    else parts.push([glyph])
  }
  return parts.map((glyphs) => ({
    text: lineText({ ...line, glyphs }),
    left: glyphs[0]?.left ?? 0,
    right: glyphs.at(-1)?.right ?? 0,
  }))
}

/** Stretches of the page's width that text stands on, all lines laid over one another. */
function columnsOf(spans: readonly Span[]): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = []
  for (const span of spans.toSorted((one, other) => one.left - other.left)) {
    const last = columns.at(-1)
    if (last && span.left <= last.right) last.right = Math.max(last.right, span.right)
    else columns.push({ left: span.left, right: span.right })
  }
  return columns
}

function tableOf(
  run: readonly { readonly line: TextLine; readonly spans: readonly Span[] }[],
  columns: readonly { readonly left: number; readonly right: number }[],
): LinedUp {
  const cells = run.flatMap(({ spans }, row): PdfCell[] => {
    const [top, bottom] = [rowEdge(run, row), rowEdge(run, row + 1)]
    return columns.map((column, index) => {
      const inside = spans.filter((span) => span.left >= column.left && span.right <= column.right)
      const right = columns[index + 1]?.left ?? column.right
      return { left: column.left, right, top, bottom, text: inside.map((span) => span.text).join(' ') }
    })
  })
  const [top, bottom] = [rowEdge(run, 0), rowEdge(run, run.length)]
  const area = { left: columns[0]?.left ?? 0, right: columns.at(-1)?.right ?? 0, top, bottom }
  return { kind: 'table', top, table: { area, cells } }
}

function rowEdge(run: readonly { readonly line: TextLine }[], row: number): number {
  const line = run[row]?.line
  const last = run.at(-1)?.line
  return line ? line.baseline - line.size : (last?.baseline ?? 0) + (last?.size ?? 0)
}
