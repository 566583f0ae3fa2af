import { findColumns, type LinedUp } from './pdf-columns.ts'
import type { Glyph, PageMarks } from './pdf-marks.ts'
import { type Area, findRuledTables, type RuledTable } from './pdf-rulings.ts'
import type { PdfTable } from './pdf-tables.ts'
import { cellText, linesOf } from './pdf-text.ts'

export type PageItem = LinedUp

/** Letters hang above their baseline; this share of the size is about their middle. */
const MIDDLE = 0.3
const MOST_PADDING = 8
/** Running heads and page numbers stand in this share of the page at its top and bottom. */
const MARGIN = 0.1
const PAGE_NUMBER =
  /^[—–\-\s]{0,4}第?\s{0,4}\d{1,4}\s{0,4}页?(?:\s{0,4}(?:[,，/／]|of)?\s{0,4}共?\s{1,4}\d{1,4}\s{0,4}页?|[/／]\d{1,4})?[—–\-\s]{0,4}$/

/** Texts and tables of a page from top to bottom; page numbers are left out. */
export function readPage(marks: PageMarks, height: number): PageItem[] {
  const tables = findRuledTables(marks)
  const { inside, outside } = partGlyphs(marks.glyphs, tables)
  const ruled = tables.map((table): PageItem => {
    return { kind: 'table', top: table.area.top, table: fillTable(table, inside) }
  })
  const loose = findColumns(linesOf(outside)).filter((item) => !isPageNumber(item, height))

  return [...ruled, ...loose].sort((one, other) => one.top - other.top)
}

function isPageNumber(item: PageItem, height: number): boolean {
  const isInMargin = item.top < height * MARGIN || item.top > height * (1 - MARGIN)
  return isInMargin && item.kind === 'text' && PAGE_NUMBER.test(item.text)
}

/** Each letter goes to the smallest table around it: tables may stand inside one another. */
function partGlyphs(
  glyphs: readonly Glyph[],
  tables: readonly RuledTable[],
): { inside: Map<Area, Glyph[]>; outside: Glyph[] } {
  const bySize = tables.toSorted((one, other) => sizeOf(one.area) - sizeOf(other.area))
  const inside = new Map<Area, Glyph[]>()
  const outside: Glyph[] = []
  for (const glyph of glyphs) {
    const table = bySize.find(({ area }) => contains(area, glyph))
    const cell = table?.cells.find((area) => contains(area, glyph))
    if (!cell) outside.push(glyph)
    else if (inside.has(cell)) inside.get(cell)?.push(glyph)
    else inside.set(cell, [glyph])
  }
  return { inside, outside }
}

function contains(area: Area, glyph: Glyph): boolean {
  const x = (glyph.left + glyph.right) / 2
  const y = glyph.baseline - glyph.size * MIDDLE
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom
}

function sizeOf({ left, right, top, bottom }: Area): number {
  return (right - left) * (bottom - top)
}

function fillTable(table: RuledTable, inside: ReadonlyMap<Area, readonly Glyph[]>): PdfTable {
  const padding = paddingOf(table, inside)
  return {
    area: table.area,
    cells: table.cells.map((area) => ({ ...area, text: cellText(inside.get(area) ?? [], area, padding) })),
  }
}

/** The least distance of any letter from its left border; centred text stands further in. */
function paddingOf({ cells }: RuledTable, inside: ReadonlyMap<Area, readonly Glyph[]>): number {
  return cells.reduce(
    (least, area) =>
      (inside.get(area) ?? []).reduce(
        (nearer, glyph) => (glyph.text.trim() === '' ? nearer : Math.max(0, Math.min(nearer, glyph.left - area.left))),
        least,
      ),
    MOST_PADDING,
  )
}
