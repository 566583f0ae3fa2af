import { headRows } from './aligned-heads.ts'
import { type AlignedRow, type Block, middle } from './aligned-rows.ts'

/** A group must end within this share of a row's height of where its label says. */
const NEAR_EDGE = 0.35
/** A text so long was broken by its column; shorter ones are two that met. */
const LONG_LINE = 8

type Grid = { readonly texts: string[][]; readonly edges: readonly number[] }

/**
 * The texts of the rows, labels that stand in the middle of several rows put into the first of them. A label says where
 * its group ends: as far below it as the group began above. What fits no group keeps its row.
 */
export function labelledRows(
  rows: readonly AlignedRow[],
  strays: readonly Block[],
  width: number,
): { readonly texts: readonly (readonly string[])[]; readonly edges: readonly number[] } {
  const edges = edgesOf(rows)
  const grid: Grid = { texts: rows.map(() => Array.from({ length: width }, () => '')), edges }
  const centred = strays.length > 0
  const heads = headRows(rows)
  const parts = [-1, ...heads].map((head, at) =>
    namedRows(rows, { from: head + 1, to: heads[at] ?? rows.length }, width),
  )
  for (let column = 0; column < width; column += 1) {
    const blocks = [...rows.flatMap((row) => row.blocks), ...strays]
      .filter((block) => block.column === column)
      .sort((one, other) => middle(one) - middle(other))
    const known = parts.flatMap(({ named, regions }) =>
      regions.flatMap((region) => (column < named ? tiled(blocks, edges, region) : ownRows(blocks, edges, region))),
    )
    placeColumn(grid, column, { blocks, centred, heads, known: new Map(known) })
  }
  return grid
}

type Rows = { readonly from: number; readonly to: number }

/** Rows that follow one another; labels of groups may begin a little before the first name, at `reach`. */
type Region = Rows & { readonly reach: number }

const FEWEST_NAMED = 2
const MOST_UNNAMED = 2
const TOTAL = /^(?:小计|合计|总计|总分)/

/** Rows that have a name and something right of it, by the column of names that has most: left of it stand labels of groups. */
function namedRows(
  rows: readonly AlignedRow[],
  part: Rows,
  width: number,
): { readonly named: number; readonly regions: readonly Region[] } {
  const candidates = Array.from({ length: width }, (_, named) => ({ named, regions: runsOf(rows, part, named) }))
  const longestOf = ({ regions }: (typeof candidates)[number]) =>
    Math.max(0, ...regions.map(({ from, to }) => to - from))
  const longest = Math.max(...candidates.map(longestOf))
  const best = candidates.find((candidate) => longestOf(candidate) === longest)
  return best !== undefined && longest >= FEWEST_NAMED ? best : { named: 0, regions: [] }
}

function runsOf(rows: readonly AlignedRow[], part: Rows, column: number): readonly Region[] {
  const runs: Region[] = []
  for (let at = part.from; at < part.to; at += 1) {
    const blocks = rows[at]?.blocks ?? []
    const named = blocks.some((block) => block.column === column) && blocks.some((block) => block.column > column)
    if (!named || blocks.some(({ text }) => TOTAL.test(text))) continue
    const last = runs.at(-1)
    const reach = at - part.from <= MOST_UNNAMED ? part.from : at
    if (last?.to === at) runs[runs.length - 1] = { ...last, to: at + 1 }
    else runs.push({ from: at, to: at + 1, reach: last === undefined ? reach : at })
  }
  return runs
}

const MOST_ROWS = 120
/** How far a label may stand from the middle of its group, in heights of the lowest row. */
const OFF_CENTRE = 0.45

/** From the names on, every text stands in the row it is for. */
function ownRows(
  blocks: readonly Block[],
  edges: readonly number[],
  { from, to }: Region,
): (readonly [Block, number])[] {
  return inside(blocks, edges, { from, to }).map((block) => [block, rowAt(edges, centreOf(block))] as const)
}

function tiled(
  blocks: readonly Block[],
  edges: readonly number[],
  { from, to, reach }: Region,
): (readonly [Block, number])[] {
  const wide = tile(inside(blocks, edges, { from: reach, to }), edges, { from: reach, to })
  return wide.length > 0 || reach === from ? wide : tile(inside(blocks, edges, { from, to }), edges, { from, to })
}

function inside(blocks: readonly Block[], edges: readonly number[], { from, to }: Rows): readonly Block[] {
  return blocks.filter((block) => centreOf(block) > (edges[from] ?? 0) && centreOf(block) < (edges[to] ?? 0))
}

function centreOf(block: Block): number {
  return middle(block) - block.size / 3
}

type Tiling = { readonly cost: number; readonly starts: readonly number[] }

/**
 * The first row of the group of each label, where labels in the middles of groups cover all rows: of all ways to part the rows into as many groups as there are labels, the
 * one whose middles are nearest to them.
 */
function tile(blocks: readonly Block[], edges: readonly number[], { from, to }: Rows): (readonly [Block, number])[] {
  if (blocks.length === 0 || to - from > MOST_ROWS) return []
  const lowest = Math.min(...Array.from({ length: to - from }, (_, row) => heightOf(edges, from + row)))
  let best = new Map<number, Tiling>([[from, { cost: 0, starts: [] }]])
  for (const block of blocks) {
    const next = new Map<number, Tiling>()
    for (const [start, { cost, starts }] of best) {
      for (let end = start + 1; end <= to; end += 1) {
        const off = Math.abs(centreOf(block) - ((edges[start] ?? 0) + (edges[end] ?? 0)) / 2)
        const whole = cost + off
        if (off <= OFF_CENTRE * lowest && whole < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost: whole, starts: [...starts, start] })
      }
    }
    best = next
  }
  const starts = best.get(to)?.starts ?? []
  return blocks.flatMap((block, at) => {
    const row = starts[at]
    return row === undefined ? [] : [[block, row] as const]
  })
}

function heightOf(edges: readonly number[], row: number): number {
  return (edges[row + 1] ?? 0) - (edges[row] ?? 0)
}

type Column = {
  readonly blocks: readonly Block[]
  readonly centred: boolean
  readonly heads: readonly number[]
  /** Rows that are known for sure. */
  readonly known: ReadonlyMap<Block, number>
}

function placeColumn({ texts, edges }: Grid, column: number, { blocks, centred, heads, known }: Column): void {
  let start: number | null = null
  blocks.forEach((block, at) => {
    const first = known.get(block)
    if (first !== undefined) {
      put(texts[first], column, block.text)
      return
    }
    const own = rowAt(edges, centreOf(block))
    const head = heads.findLast((row) => row <= own)
    if (head !== undefined) start = head === own ? own : Math.max(start ?? 0, head + 1)
    const next = blocks[at + 1]
    const end = centred && start !== null && start < own + 1 ? groupEnd(edges, start, block) : null
    const overHead = heads.some((row) => start !== null && row >= start && row < (end ?? 0))
    const fits = end !== null && end > own && !overHead && (!next || (edges[end] ?? 0) <= middle(next))
    const row = fits && start !== null ? start : own
    put(texts[row], column, block.text)
    start = fits ? end : own + 1
  })
}

function put(cells: string[] | undefined, column: number, text: string): void {
  const before = cells?.[column] ?? ''
  const gap = before === '' || before.length >= LONG_LINE ? '' : ' '
  if (cells) cells[column] = `${before}${gap}${text}`
}

/** The edge as far below the label as `start` is above it, or null when none is there. */
function groupEnd(edges: readonly number[], start: number, block: Block): number | null {
  const wanted = 2 * centreOf(block) - (edges[start] ?? 0)
  const end = edges.findIndex((edge, at) => at > start && Math.abs(edge - wanted) <= NEAR_EDGE * heightAt(edges, at))
  return end < 0 ? null : end
}

function heightAt(edges: readonly number[], at: number): number {
  const above = (edges[at] ?? 0) - (edges[at - 1] ?? 0)
  const below = (edges[at + 1] ?? Number.POSITIVE_INFINITY) - (edges[at] ?? 0)
  return Math.min(above, below)
}

/** Between two rows the edge is in the middle of what is free. */
function edgesOf(rows: readonly AlignedRow[]): number[] {
  const between = rows.slice(1).map((row, at) => ((rows[at]?.bottom ?? 0) + row.top) / 2)
  const [first, last] = [rows[0], rows.at(-1)]
  const height = (first?.bottom ?? 0) - (first?.top ?? 0)
  const space = between[0] === undefined ? height / 2 : between[0] - (first?.bottom ?? 0)
  return [(first?.top ?? 0) - space, ...between, (last?.bottom ?? 0) + space]
}

function rowAt(edges: readonly number[], place: number): number {
  const after = edges.findIndex((edge) => edge > place)
  return Math.min(Math.max((after < 0 ? edges.length : after) - 1, 0), edges.length - 2)
}
