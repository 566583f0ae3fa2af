import type { Ruling } from './pdf-marks.ts'

export type Area = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** A table as its ruled lines draw it: a missing line between two places makes them one cell. */
export type RuledTable = { readonly area: Area; readonly cells: readonly Area[] }

type Lines = { readonly horizontals: readonly Ruling[]; readonly verticals: readonly Ruling[] }

/** Lines this near are one line: borders of neighbouring cells are often drawn twice. */
const NEAR = 3
/** A line that leaves the outermost crossing by more than this has an open side there. */
const OPEN_SIDE = 6
/** A border may be drawn piece by piece; this share of the side must be there. */
const DRAWN_SHARE = 0.6
/** Beyond this a page is a drawing. */
const MOST_CROSSINGS = 4_000_000
const MOST_PLACES = 100_000

/** Tables on a page, from the lines alone. A frame around a single place is no table. */
export function findRuledTables(lines: Lines): RuledTable[] {
  const horizontals = mergeRulings(lines.horizontals)
  const verticals = mergeRulings(lines.verticals)
  if (horizontals.length * verticals.length > MOST_CROSSINGS) return []

  return connected(horizontals, verticals)
    .map(tableOf)
    .filter((table) => table.cells.length > 1)
}

/** Joins lines at nearly the same place, and their pieces where they touch. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const sorted = rulings.toSorted((one, other) => one.at - other.at)
  const merged: Ruling[] = []
  let together: Ruling[] = []
  for (const ruling of sorted) {
    if (together[0] && ruling.at - together[0].at > NEAR) {
      merged.push(...joinPieces(together))
      together = []
    }
    together.push(ruling)
  }
  return [...merged, ...joinPieces(together)].filter(({ from, to }) => to - from > NEAR)
}

function joinPieces(rulings: readonly Ruling[]): Ruling[] {
  const pieces: { at: number; from: number; to: number }[] = []
  for (const { at, from, to } of rulings.toSorted((one, other) => one.from - other.from)) {
    const last = pieces.at(-1)
    if (last && from <= last.to + NEAR) last.to = Math.max(last.to, to)
    else pieces.push({ at, from, to })
  }
  return pieces
}

function crosses(horizontal: Ruling, vertical: Ruling): boolean {
  return (
    vertical.at >= horizontal.from - NEAR &&
    vertical.at <= horizontal.to + NEAR &&
    horizontal.at >= vertical.from - NEAR &&
    horizontal.at <= vertical.to + NEAR
  )
}

/** Lines that cross, directly or through others, belong to one table. */
function connected(horizontals: readonly Ruling[], verticals: readonly Ruling[]): Lines[] {
  const groupOfVertical = new Map<Ruling, Set<Ruling>>()
  const groups = new Set<Set<Ruling>>()
  const isHorizontal = new Set(horizontals)
  for (const horizontal of horizontals) {
    const crossed = verticals.filter((vertical) => crosses(horizontal, vertical))
    if (crossed.length === 0) continue
    const joined = new Set<Ruling>([horizontal, ...crossed])
    for (const group of new Set(crossed.flatMap((vertical) => groupOfVertical.get(vertical) ?? []))) {
      for (const ruling of group) joined.add(ruling)
      groups.delete(group)
    }
    for (const ruling of joined) if (!isHorizontal.has(ruling)) groupOfVertical.set(ruling, joined)
    groups.add(joined)
  }

  return Array.from(groups, (group) => ({
    horizontals: Array.from(group).filter((ruling) => isHorizontal.has(ruling)),
    verticals: Array.from(group).filter((ruling) => !isHorizontal.has(ruling)),
  }))
}

function tableOf({ horizontals, verticals }: Lines): RuledTable {
  const bounding = horizontals.filter((horizontal) => isBorder(horizontal, verticals))
  const xs = edges(verticals, bounding)
  const ys = edges(bounding, verticals)
  const area = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 }
  if (xs.length * ys.length > MOST_PLACES) return { area, cells: [] }
  return { area, cells: cellsBetween({ xs, ys }, { horizontals: bounding, verticals }) }
}

/** Both ends of a border meet a vertical line or run out over an open side; an underline ends inside a cell. */
function isBorder(horizontal: Ruling, verticals: readonly Ruling[]): boolean {
  const first = Math.min(...verticals.map(({ at }) => at))
  const last = Math.max(...verticals.map(({ at }) => at))
  return [horizontal.from, horizontal.to].every(
    (end) => end < first || end > last || verticals.some(({ at }) => Math.abs(at - end) <= OPEN_SIDE),
  )
}

/** Where columns (or rows) begin and end: at the lines across, and where lines along run out over an open side. */
function edges(across: readonly Ruling[], along: readonly Ruling[]): number[] {
  const places = across.map(({ at }) => at).sort((one, other) => one - other)
  const distinct = places.filter((place, index) => index === 0 || place - (places[index - 1] ?? 0) > NEAR)
  const first = Math.min(...along.map(({ from }) => from))
  const last = Math.max(...along.map(({ to }) => to))
  if (distinct[0] === undefined || first < distinct[0] - OPEN_SIDE) distinct.unshift(first)
  if (last > (distinct.at(-1) ?? 0) + OPEN_SIDE) distinct.push(last)
  return distinct.filter(Number.isFinite)
}

type Grid = { readonly xs: readonly number[]; readonly ys: readonly number[] }

function cellsBetween({ xs, ys }: Grid, lines: Lines): Area[] {
  const walls = wallsOf(lines.verticals, xs, ys)
  const floors = wallsOf(lines.horizontals, ys, xs)
  const wallAfter = (row: number, column: number) => walls[column + 1]?.[row] === true
  const floorBelow = (row: number, column: number) => floors[row + 1]?.[column] === true
  const taken = ys.map(() => new Set<number>())
  const cells: Area[] = []

  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken[row]?.has(column)) continue
      let right = column
      while (right < xs.length - 2 && !wallAfter(row, right) && !taken[row]?.has(right + 1)) right += 1
      const columns = Array.from({ length: right - column + 1 }, (_, index) => column + index)
      let bottom = row
      while (
        bottom < ys.length - 2 &&
        columns.every((each) => !floorBelow(bottom, each) && !taken[bottom + 1]?.has(each)) &&
        columns.every((each) => each === right || !wallAfter(bottom + 1, each))
      ) {
        bottom += 1
      }
      for (let each = row; each <= bottom; each += 1) for (const place of columns) taken[each]?.add(place)
      cells.push(areaOf({ xs, ys }, { row, bottom, column, right }))
    }
  }
  return cells
}

function areaOf(
  { xs, ys }: Grid,
  at: { readonly row: number; readonly bottom: number; readonly column: number; readonly right: number },
): Area {
  return {
    left: xs[at.column] ?? 0,
    right: xs[at.right + 1] ?? 0,
    top: ys[at.row] ?? 0,
    bottom: ys[at.bottom + 1] ?? 0,
  }
}

/** For each edge and each stretch along it, whether a line is drawn there. */
function wallsOf(rulings: readonly Ruling[], places: readonly number[], stretches: readonly number[]): boolean[][] {
  return places.map((place) => {
    const here = rulings.filter(({ at }) => Math.abs(at - place) <= NEAR)
    return stretches.slice(0, -1).map((from, index) => {
      const to = stretches[index + 1] ?? from
      const drawn = here.reduce((sum, ruling) => sum + overlap(ruling, from, to), 0)
      return drawn >= (to - from) * DRAWN_SHARE
    })
  })
}

function overlap(ruling: Ruling, from: number, to: number): number {
  return Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from))
}
