import { columnPlaces, type Span, type SpanLine } from './aligned-columns.ts'
import { headRows } from './aligned-heads.ts'
import { labelledRows } from './aligned-labels.ts'
import { alignedRows } from './aligned-rows.ts'
import type { Glyph } from './pdf-marks.ts'
import type { PdfCell, PdfTable } from './pdf-tables.ts'
import { lineText, type TextLine } from './pdf-text.ts'

/** A gap wider than this many letters parts two columns. */
const COLUMN_GAP = 1.1
const NARROW_GAP = 0.4
const FEWEST_ROWS = 3
const FEWEST_COLUMNS = 2
const KEPT_SHARE = 0.8
/** Lines of one text between lines in columns may be cells; more of them are a paragraph of its own. */
const MOST_LONE_LINES = 8
/** More lines than a printed page can hold are not measured against one another. */
const MOST_LINES = 400

export type LinedUp =
  | { readonly kind: 'text'; readonly top: number; readonly text: string }
  | { readonly kind: 'table'; readonly top: number; readonly table: PdfTable }

/** Text without rulings: lines that leave the same gaps free are a table, with what stands between them; others are text. */
export function findColumns(lines: readonly TextLine[]): LinedUp[] {
  const found: LinedUp[] = []
  let run: SpanLine[] = []
  let lone: SpanLine[] = []
  const endRun = () => {
    const ends = lone.findIndex((line, at) => !endsCell(line, [...run, ...lone.slice(0, at)]))
    run.push(...lone.splice(0, ends < 0 ? lone.length : ends))
    found.push(...(isTable(run) ? tablesOf(run) : run.map(({ line }) => textOf(line))))
    found.push(...lone.map(({ line }) => textOf(line)))
    run = []
    lone = []
  }

  for (const line of lines) {
    const spanned = { line, spans: spansOf(line) }
    if (spanned.spans.length >= FEWEST_COLUMNS) {
      run.push(...lone, spanned)
      lone = []
    } else if (run.length === 0 || lone.length === MOST_LONE_LINES) {
      endRun()
      found.push(textOf(line))
    } else lone.push(spanned)
  }
  endRun()
  return found
}

const MOST_ENDING_LETTERS = 4
const NEXT_LINE = 1.9
const LINES_OF_ONE_ROW = 8

/** The last letters of a cell of the last row, alone on a line of their own: 满意度指⏎标. */
function endsCell({ line, spans: [only] }: SpanLine, run: readonly SpanLine[]): boolean {
  if (only === undefined || only.text.length > MOST_ENDING_LETTERS) return false
  const near = run.slice(-LINES_OF_ONE_ROW).filter((one) => line.baseline - one.line.baseline <= NEXT_LINE * line.size)
  return near.flatMap(({ spans }) => spans).some(({ left, right }) => left - 1 <= only.left && only.right <= right + 1)
}

function isTable(run: readonly SpanLine[]): boolean {
  return run.filter(({ spans }) => spans.length >= FEWEST_COLUMNS).length >= FEWEST_ROWS && run.length <= MOST_LINES
}

function textOf(line: TextLine): LinedUp {
  return { kind: 'text', top: line.baseline - line.size, text: lineText(line) }
}

type Known = { readonly places: readonly number[]; readonly starts: ReadonlySet<number> }

/** Where so many texts begin on one edge a column does. */
const FEWEST_STARTS = 3

/** The left edges of columns, to a point: a long text leaves hardly a gap before the cell beside it. */
function startsOf(lines: readonly SpanLine[]): ReadonlySet<number> {
  const lefts = lines.flatMap(({ spans }) => spans.map(({ left }) => Math.round(left)))
  const counts = Map.groupBy(lefts, (left) => left)
  return new Set([...counts].filter(([, all]) => all.length >= FEWEST_STARTS).map(([left]) => left))
}

/** The texts of a line; between columns whose place or beginning is known a narrow gap parts them too. */
function spansOf(line: TextLine, { places, starts }: Known = { places: [], starts: new Set() }): Span[] {
  const parts: Glyph[][] = []
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue
    const previous = parts.at(-1)?.at(-1)
    const gap = previous ? glyph.left - previous.right : 0
    const placed =
      starts.has(Math.round(glyph.left)) ||
      places.some((place) => previous && previous.right <= place && place <= glyph.left)
    if (previous && gap <= line.size * (placed ? NARROW_GAP : COLUMN_GAP)) parts.at(-1)?.push(glyph)
    else parts.push([glyph])
  }
  return parts.map((glyphs) => ({
    text: lineText({ ...line, glyphs }),
    left: glyphs[0]?.left ?? 0,
    right: glyphs.at(-1)?.right ?? 0,
    baseline: glyphs[0]?.baseline ?? line.baseline,
  }))
}

/**
 * What stands above the last head has columns of its own: cells that lie over several of those below. Parted only where
 * both parts keep most of their rows, for a short part may be too little to tell a wrapped text from two rows.
 */
function tablesOf(lines: readonly SpanLine[]): LinedUp[] {
  const aligned = align(lines)
  const at = headRows(aligned.rows).at(-1) ?? 0
  const top = aligned.rows[at]?.top ?? Number.NEGATIVE_INFINITY
  const parts = [lines.filter(({ line }) => line.baseline < top), lines.filter(({ line }) => line.baseline >= top)]
  if (!parts.every(isTable)) return [tableOf(aligned)]
  const [above, below] = parts.map(align)
  const keeps = (part: Aligned, rows: number) => part.rows.length >= KEPT_SHARE * rows
  const whole = above && below && keeps(above, at) && keeps(below, aligned.rows.length - at)
  return whole ? [tableOf(above), tableOf(below)] : [tableOf(aligned)]
}

type Aligned = ReturnType<typeof alignedRows> & {
  readonly places: readonly number[]
  readonly run: readonly SpanLine[]
}

function align(lines: readonly SpanLine[]): Aligned {
  const starts = startsOf(lines)
  const parted = lines.map(({ line }) => ({ line, spans: spansOf(line, { places: [], starts }) }))
  const places = columnPlaces(parted)
  const run = lines.map(({ line }) => ({ line, spans: spansOf(line, { places, starts }) }))
  return { places, run, ...alignedRows(run, places) }
}

function tableOf({ places, run, rows, strays }: Aligned): LinedUp {
  const { texts, edges } = labelledRows(rows, strays, places.length + 1)
  const spans = run.flatMap((line) => line.spans)
  const left = Math.min(...spans.map((span) => span.left))
  const right = Math.max(...spans.map((span) => span.right))
  const columns = [left, ...places, right]
  const cells = texts.flatMap((row, at): PdfCell[] =>
    row.map((text, column) => ({
      left: columns[column] ?? left,
      right: columns[column + 1] ?? right,
      top: edges[at] ?? 0,
      bottom: edges[at + 1] ?? 0,
      text,
    })),
  )
  const [top, bottom] = [edges[0] ?? 0, edges.at(-1) ?? 0]
  return { kind: 'table', top, table: { area: { left, right, top, bottom }, cells, byPosition: true } }
}
