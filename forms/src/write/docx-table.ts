import type { LaidRow, LaidTable, PageSetup } from '@shiji/kernel/form/laid-form'
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { columnTwips, twips } from './docx-lengths.ts'
import { paragraphs } from './docx-paragraph.ts'
import type { StyleSheet } from './docx-styles.ts'
import { type Placed, placedRows } from './placed-rows.ts'
import { CELL_INSET_MM, textHeightMm } from './text-extent.ts'

/** A row of more text than this part of the page may be cut by a page's end; moved whole it would leave a hole. */
const UNBROKEN_SHARE_OF_PAGE = 0.25

const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_LINE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const AROUND = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const NONE_AROUND = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }
const VALIGN = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const

type Drawing = {
  readonly table: LaidTable
  readonly sheet: StyleSheet
  readonly columns: readonly number[]
  readonly ruled: boolean
  readonly unbrokenMm: number
}

export function wordTable(table: LaidTable, { sheet, page }: { sheet: StyleSheet; page: PageSetup }): Table {
  const columns = columnTwips(table.columnsMm)
  const ruled = isRuledThroughout(table)
  const bodyMm = page.heightMm - page.marginsMm.top - page.marginsMm.bottom
  const drawing: Drawing = { table, sheet, columns, ruled, unbrokenMm: bodyMm * UNBROKEN_SHARE_OF_PAGE }
  const rows = placedRows(table)
  const [x, y] = [twips(CELL_INSET_MM.x), twips(CELL_INSET_MM.y)]
  return new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: total(columns), type: WidthType.DXA },
    columnWidths: columns,
    margins: { left: x, right: x, top: y, bottom: y, marginUnitType: WidthType.DXA },
    borders: ruled
      ? { ...AROUND, insideHorizontal: LINE, insideVertical: LINE }
      : { ...NONE_AROUND, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: table.rows.map((row, index) => wordRow(row, index, rows[index] ?? [], drawing)),
  })
}

function wordRow(row: LaidRow, index: number, places: readonly Placed[], drawing: Drawing): TableRow {
  return new TableRow({
    height: { value: twips(row.minHeightMm), rule: HeightRule.ATLEAST },
    ...(isShort(row, drawing) ? { cantSplit: true } : {}),
    ...(index < drawing.table.headRows ? { tableHeader: true } : {}),
    children: places.map((place) => wordCell(place, drawing)),
  })
}

function wordCell(place: Placed, drawing: Drawing): TableCell {
  const size = total(drawing.columns.slice(place.column, place.column + place.colSpan))
  const shape = {
    width: { size, type: WidthType.DXA },
    ...(place.colSpan > 1 ? { columnSpan: place.colSpan } : {}),
  }
  if (place.kind === 'gap') return new TableCell({ ...shape, children: [new Paragraph({})] })

  const { cell } = place
  const { style } = cell
  const look = {
    ...shape,
    verticalAlign: VALIGN[style.valign],
    ...(!drawing.ruled && style.border === 'all' ? { borders: AROUND } : {}),
  }
  const set = { style, level: 'cell', sheet: drawing.sheet } as const
  if (place.kind === 'continued') {
    return new TableCell({ ...look, verticalMerge: VerticalMergeType.CONTINUE, children: paragraphs('', set) })
  }
  return new TableCell({
    ...look,
    ...(cell.rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    children: paragraphs(cell.text, set),
  })
}

/** Lines around every cell are said once for the table; only a mixed table says them cell by cell. */
function isRuledThroughout(table: LaidTable): boolean {
  return (
    table.rows.every((row) => row.cells.every(({ style }) => style.border === 'all')) &&
    placedRows(table).every((places) => places.every(({ kind }) => kind !== 'gap'))
  )
}

function isShort(row: LaidRow, { table, unbrokenMm }: Drawing): boolean {
  return row.cells.every(({ text, style, column, colSpan, rowSpan }) => {
    const widthMm = total(table.columnsMm.slice(column, column + colSpan)) - 2 * CELL_INSET_MM.x
    return textHeightMm(text, { widthMm, sizePt: style.sizePt }) <= unbrokenMm * rowSpan
  })
}

const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0)
