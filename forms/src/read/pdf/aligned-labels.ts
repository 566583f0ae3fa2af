import { type AlignedRow, type Block, middle } from './aligned-rows.ts'

/** A group must end within this share of a row's height of where its label says. */
const NEAR_EDGE = 0.35
const FEWEST_HEADS = 3
const HEAD_SHARE = 0.6
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
  const heads = rows.flatMap((row, at) => (isHead(row, rows) ? [at] : []))
  for (let column = 0; column < width; column += 1) {
    const blocks = [...rows.flatMap((row) => row.blocks), ...strays]
      .filter((block) => block.column === column)
      .sort((one, other) => middle(one) - middle(other))
    placeColumn(grid, column, { blocks, centred, heads })
  }
  return grid
}

/** A row of nothing but words in most columns is a head: groups end above it and begin below it. */
function isHead({ blocks }: AlignedRow, rows: readonly AlignedRow[]): boolean {
  const most = Math.max(...rows.map((row) => row.blocks.length))
  return (
    blocks.length >= FEWEST_HEADS && blocks.length >= HEAD_SHARE * most && !blocks.some(({ text }) => /\d/.test(text))
  )
}

type Column = { readonly blocks: readonly Block[]; readonly centred: boolean; readonly heads: readonly number[] }

function placeColumn({ texts, edges }: Grid, column: number, { blocks, centred, heads }: Column): void {
  let start: number | null = null
  blocks.forEach((block, at) => {
    const own = rowAt(edges, middle(block) - block.size / 3)
    const head = heads.findLast((row) => row <= own)
    if (head !== undefined) start = head === own ? own : Math.max(start ?? 0, head + 1)
    const next = blocks[at + 1]
    const end = centred && start !== null && start < own + 1 ? groupEnd(edges, start, block) : null
    const overHead = heads.some((row) => start !== null && row >= start && row < (end ?? 0))
    const fits = end !== null && end > own && !overHead && (!next || (edges[end] ?? 0) <= middle(next))
    const row = fits && start !== null ? start : own
    const cells = texts[row]
    const before = cells?.[column] ?? ''
    const gap = before === '' || before.length >= LONG_LINE ? '' : ' '
    if (cells) cells[column] = `${before}${gap}${block.text}`
    start = fits ? end : own + 1
  })
}

/** The edge as far below the label as `start` is above it, or null when none is there. */
function groupEnd(edges: readonly number[], start: number, block: Block): number | null {
  const centre = middle(block) - block.size / 3
  const wanted = 2 * centre - (edges[start] ?? 0)
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
  const space = (between[0] ?? 0) - (first?.bottom ?? 0)
  return [(first?.top ?? 0) - space, ...between, (last?.bottom ?? 0) + space]
}

function rowAt(edges: readonly number[], place: number): number {
  const after = edges.findIndex((edge) => edge > place)
  return Math.min(Math.max((after < 0 ? edges.length : after) - 1, 0), edges.length - 2)
}
