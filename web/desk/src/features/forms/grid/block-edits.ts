import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { BLANK_ROWS } from '@shiji/kernel/form/blank-row'
import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import { kindOf, parseCellValue } from '@shiji/kernel/form/cell-value'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { RepeatName } from '@shiji/kernel/form/form-template'
import { readCell } from '@shiji/kernel/form/read-cell'
import type { TextBlock } from './clipboard-block.ts'
import type { GridArea, GridPlace } from './grid-cursor.ts'

/** The rows of a form shown as a grid: one list, some of its columns. */
export type GridSheet = {
  readonly content: FormContent
  readonly list: RepeatName
  /** Column addresses inside a row: `target`, `phases.实施阶段`. */
  readonly columns: readonly string[]
}

/** `unfit`: places that cannot hold the text they were given; they keep what they had. */
export type BlockEdits = { readonly edits: readonly CellEdit[]; readonly unfit: readonly string[] }

export function placeAddress(list: RepeatName, row: number, column: string): string {
  return `${list}[${row}].${column}`
}

export function textAt({ content, list, columns }: GridSheet, { row, column }: GridPlace): string {
  const address = parseCellAddress(placeAddress(list, row, columns[column] ?? ''))
  return (address === null ? null : readCell(content, address)) ?? ''
}

/** Lays a block over the grid from its top left place; rows that are missing are added, columns that are not are left out. */
export function pasteBlock(sheet: GridSheet, at: GridPlace, block: TextBlock): BlockEdits {
  const rows = sheet.content[sheet.list].length
  const added = Array.from({ length: Math.max(0, at.row + block.length - rows) }, (_, step) =>
    rowAdded(sheet.list, rows + step),
  )
  const places = block.flatMap((texts, down) =>
    texts
      .slice(0, sheet.columns.length - at.column)
      .map((text, right) => ({ place: { row: at.row + down, column: at.column + right }, text })),
  )
  const written = writeTexts(sheet, places)
  return { edits: [...added, ...written.edits], unfit: written.unfit }
}

/** Ctrl+D: the top row of the selection, or the row above a single one, fills what is below. */
export function fillDown(sheet: GridSheet, area: GridArea): BlockEdits {
  const source = area.top === area.bottom ? area.top - 1 : area.top
  if (source < 0) return { edits: [], unfit: [] }
  return writeTexts(
    sheet,
    placesIn({ ...area, top: source + 1 }).map((place) => ({
      place,
      text: textAt(sheet, { row: source, column: place.column }),
    })),
  )
}

export function clearArea(sheet: GridSheet, area: GridArea): BlockEdits {
  return writeTexts(
    sheet,
    placesIn(area).map((place) => ({ place, text: '' })),
  )
}

export function copyArea(sheet: GridSheet, area: GridArea): TextBlock {
  return range(area.top, area.bottom).map((row) =>
    range(area.left, area.right).map((column) => textAt(sheet, { row, column })),
  )
}

export function writeTexts(
  sheet: GridSheet,
  texts: readonly { readonly place: GridPlace; readonly text: string }[],
): BlockEdits {
  const edits: CellEdit[] = []
  const unfit: string[] = []
  for (const { place, text } of texts) {
    const where = placeAddress(sheet.list, place.row, sheet.columns[place.column] ?? '')
    const was = textAt(sheet, place)
    if (was === text) continue
    if (canHold(sheet.content, where, text)) edits.push({ where, was, now: text })
    else unfit.push(where)
  }
  return { edits, unfit }
}

/** Whether the text means something at this place: an amount in an amount, a mark in a mark. */
export function canHold(content: FormContent, where: string, text: string): boolean {
  const address = parseCellAddress(where)
  if (address === null || address.kind === 'row') return false
  return parseCellValue(text, kindOf(address), content.moneyUnit).ok
}

/** A blank row in front of the one at `index`. An indicator stays under the labels of the row above it. */
export function addRow({ content, list }: GridSheet, index: number): CellEdit {
  const above = list === 'indicators' ? content.indicators[index - 1] : undefined
  if (above === undefined) return rowAdded(list, index)
  const { level1, level2, part } = above
  return {
    where: `${list}[${index}]`,
    was: '',
    now: JSON.stringify({ ...BLANK_ROWS.indicators, level1, level2, part }),
  }
}

export function removeRows({ content, list }: GridSheet, { top, bottom }: GridArea): CellEdit[] {
  return range(top, bottom)
    .toReversed()
    .flatMap((index) => {
      const row = content[list][index]
      return row === undefined ? [] : [{ where: `${list}[${index}]`, was: JSON.stringify(row), now: '' }]
    })
}

function rowAdded(list: RepeatName, index: number): CellEdit {
  return { where: `${list}[${index}]`, was: '', now: JSON.stringify(BLANK_ROWS[list]) }
}

function placesIn({ top, left, bottom, right }: GridArea): GridPlace[] {
  return range(top, bottom).flatMap((row) => range(left, right).map((column) => ({ row, column })))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
}
