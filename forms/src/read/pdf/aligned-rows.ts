import { columnOf, type Span, type SpanLine } from './aligned-columns.ts'

/** The text of one cell, its lines joined: where it stands and how high it reaches. */
export type Block = {
  readonly column: number
  readonly text: string
  readonly first: number
  readonly last: number
  readonly size: number
  /** The last line fills its column, so that the next one may go on with it. */
  readonly full: boolean
  /** There is hardly room for another letter. */
  readonly tight: boolean
}

export type AlignedRow = { readonly blocks: readonly Block[]; readonly top: number; readonly bottom: number }

/** Lines of one cell stand so far apart, in sizes of their letters. */
const NARROWEST_PITCH = 1.05
const WIDEST_WRAP = 1.9
const SAME_PITCH = 1.06
/** Lines that share so many columns are rows, and so are lines of the same few columns. */
const ROW_COLUMNS = 4
const FEWEST_LETTERS = 3
const LONG_TEXT = 8
const ROOM_TO_SPARE = 2.6
/** Baselines nearer than this share of the size are one. */
const SAME = 0.45
const TOUCHING = 0.15

/** Rows of unruled text, each with the texts of its cells; `centred` when cells stand in the middle of their rows. */
export function alignedRows(
  lines: readonly SpanLine[],
  places: readonly number[],
): { readonly rows: readonly AlignedRow[]; readonly strays: readonly Block[] } {
  const blocks = blocksOf(lines, places)
  const [byMiddle, byTop] = [clustersOf(blocks, middle), clustersOf(blocks, ({ first }) => first)]
  const rows = (byMiddle.length <= byTop.length ? byMiddle : byTop).map(rowOf)
  const isStray = rows.map((row, at) => standsBetween(row, rows[at - 1], rows[at + 1]))
  return {
    rows: rows.filter((_, at) => !isStray[at]),
    strays: rows.filter((_, at) => isStray[at]).flatMap((row) => row.blocks),
  }
}

export function middle({ first, last }: Block): number {
  return (first + last) / 2
}

function blocksOf(lines: readonly SpanLine[], places: readonly number[]): Block[] {
  const spans = lines.flatMap((line) => line.spans)
  const edges = [Math.min(...spans.map(({ left }) => left)), ...places, Math.max(...spans.map(({ right }) => right))]
  const widest = widestOf(spans, places)
  const columns = new Map<number, Block[]>()
  for (const { line, spans } of lines) {
    const cells = new Map<number, Block>()
    for (const span of spans) {
      const column = columnOf(span, places)
      const before = cells.get(column)
      const text = before ? `${before.text} ${span.text}` : span.text
      const fill = fillOf(span, {
        room: (edges[column + 1] ?? 0) - (edges[column] ?? 0),
        widest: widest.get(column) ?? 0,
        size: line.size,
      })
      cells.set(column, { column, text, first: span.baseline, last: span.baseline, size: line.size, ...fill })
    }
    for (const block of cells.values()) columns.set(block.column, [...(columns.get(block.column) ?? []), block])
  }
  const wrapped = widestWrap([...columns.values()])
  return [...columns.values()].flatMap((column) => joined(column, wrapped))
}

function widestOf(spans: readonly Span[], places: readonly number[]): ReadonlyMap<number, number> {
  const widest = new Map<number, number>()
  for (const span of spans) {
    const column = columnOf(span, places)
    widest.set(column, Math.max(widest.get(column) ?? 0, span.right - span.left))
  }
  return widest
}

type Room = { readonly room: number; readonly widest: number; readonly size: number }

/** Hardly room for another letter, or a long text as wide as any in its column. */
function fillOf({ left, right }: Span, { room, widest, size }: Room): Pick<Block, 'full' | 'tight'> {
  const width = right - left
  const tight = width >= FEWEST_LETTERS * size && width > room - ROOM_TO_SPARE * size
  return { tight, full: tight || (width >= LONG_TEXT * size && width > widest - size) }
}

function joined(column: readonly Block[], wrapped: number): Block[] {
  const blocks: Block[] = []
  for (const block of column) {
    const before = blocks.at(-1)
    if (before && (block.first - before.last) / block.size <= wrapped)
      blocks[blocks.length - 1] = {
        ...before,
        text: joinLines(before.text, block.text),
        last: block.last,
        full: block.full,
        tight: block.tight,
      }
    else blocks.push(block)
  }
  return blocks
}

function joinLines(upper: string, lower: string): string {
  return /[A-Za-z,.;]$/.test(upper) && /^[A-Za-z]/.test(lower) ? `${upper} ${lower}` : upper + lower
}

/**
 * The distance up to which lines below one another are one cell: the least of all, unless whole rows stand so near.
 * A text broken by its column fills it, and few texts of one row are broken at the same line.
 */
function widestWrap(columns: readonly (readonly Block[])[]): number {
  const pairs = columns.flatMap((column) =>
    column.slice(1).map((block, at) => {
      const above = column[at]?.last ?? 0
      const { full, tight } = { full: column[at]?.full === true, tight: column[at]?.tight === true }
      return {
        lines: `${above} ${block.first}`,
        above,
        below: block.first,
        pitch: (block.first - above) / block.size,
        full,
        tight,
      }
    }),
  )
  const wraps = pairs.filter(({ pitch }) => pitch >= NARROWEST_PITCH && pitch <= WIDEST_WRAP)
  const least = Math.min(...wraps.map(({ pitch }) => pitch)) * SAME_PITCH
  const near = wraps.filter(({ pitch }) => pitch <= least)
  const shared = Map.groupBy(near, ({ lines }) => lines)
  const columnsOf = Map.groupBy(columns.flat(), ({ first }) => first)
  const areRows = (pair: (typeof near)[number]) => {
    const together = shared.get(pair.lines)?.length ?? 0
    const alike = [pair.above, pair.below].every((line) => columnsOf.get(line)?.length === together)
    return together >= ROW_COLUMNS || (together >= 2 && alike && !pair.tight)
  }
  const broken = near.filter((pair) => pair.full && !areRows(pair)).length
  return near.length > 0 && 2 * broken >= near.length ? least : 0
}

function clustersOf(blocks: readonly Block[], placeOf: (block: Block) => number): Block[][] {
  const clusters: Block[][] = []
  for (const block of blocks.toSorted((one, other) => placeOf(one) - placeOf(other))) {
    const last = clusters.at(-1)
    const near = last?.[0] && placeOf(block) - placeOf(last[0]) <= block.size * SAME
    if (last && near && !last.some(({ column }) => column === block.column)) last.push(block)
    else clusters.push([block])
  }
  return clusters
}

function rowOf(blocks: readonly Block[]): AlignedRow {
  return {
    blocks,
    top: Math.min(...blocks.map(({ first, size }) => first - size)),
    bottom: Math.max(...blocks.map(({ last }) => last)),
  }
}

/** A label in the middle of several rows stands between two of them, or beside one without sharing its line. */
function standsBetween(row: AlignedRow, above: AlignedRow | undefined, below: AlignedRow | undefined): boolean {
  return [above, below].some((other) => {
    if (!other || other.blocks.length <= row.blocks.length) return false
    const shared = row.blocks.some(({ column }) => other.blocks.some((block) => block.column === column))
    const grown = TOUCHING * (row.blocks[0]?.size ?? 0)
    return !shared && row.top - grown < other.bottom + grown && row.bottom + grown > other.top - grown
  })
}
