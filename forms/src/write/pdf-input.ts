import type { FontRole, LaidBlock, LaidForm, LaidRow, LaidTable, TextStyle } from '@shiji/kernel/form/laid-form'
import { type RoleFont, SURE_FAMILY, SYMBOL_FAMILY } from './fonts.ts'
import { type MissingCharacters, type PdfLine, pdfLines } from './pdf-text.ts'

/** Text keeps this distance from the borders of its cell. */
const CELL_INSET_MM = { x: 1, y: 0.8 }
/** A row that must be higher than this may begin on one page and end on the next. */
const TALLEST_WHOLE_ROW_MM = 60
/** A family without a bold face is drawn with an outline this wide. */
const EMBOLDEN_EM = 0.03

export type PdfSetting = {
  readonly fonts: ReadonlyMap<FontRole, RoleFont>
  readonly missing: MissingCharacters
  /** `YYYY-MM-DD`, kept in the file as its date. */
  readonly writtenOn: string
}

/** The form as the template `official-form.typ` reads it: JSON, styles named by number. */
export function pdfInput(form: LaidForm, setting: PdfSetting): string {
  const styles = listStyles(form)
  const numbers = new Map(styles.map((style, number) => [styleKey(style), number]))
  const [year, month, day] = setting.writtenOn.split('-').map(Number)
  return JSON.stringify({
    title: form.title.toWellFormed(),
    date: { year, month, day },
    page: form.page,
    inset: CELL_INSET_MM,
    symbolFamily: SYMBOL_FAMILY,
    styles: styles.map((style) => pdfStyle(style, setting.fonts.get(style.font))),
    blocks: form.blocks.map((block) => pdfBlock(block, { form, setting, numbers })),
  })
}

export type Writing = { readonly text: string; readonly style: TextStyle }

/** Everything written on the form, in reading order. */
export function writingsOf(form: LaidForm): Writing[] {
  return form.blocks.flatMap(writingsIn)
}

function writingsIn(block: LaidBlock): readonly Writing[] {
  switch (block.kind) {
    case 'paragraph':
      return [block]
    case 'table':
      return block.rows.flatMap((row) => row.cells)
    case 'page-break':
      return []
  }
}

type Surroundings = { readonly form: LaidForm; readonly setting: PdfSetting; readonly numbers: StyleNumbers }

function pdfBlock(block: LaidBlock, around: Surroundings) {
  switch (block.kind) {
    case 'paragraph': {
      const { widthMm, marginsMm } = around.form.page
      const lines = linesIn(block, widthMm - marginsMm.left - marginsMm.right, around)
      return { kind: block.kind, style: around.numbers.get(styleKey(block.style)), lines }
    }
    case 'table':
      return pdfTable(block, around)
    case 'page-break':
      return { kind: block.kind }
  }
}

function pdfTable(table: LaidTable, around: Surroundings) {
  return {
    kind: table.kind,
    columnsMm: table.columnsMm,
    headRows: table.headRows,
    rows: table.rows.map((row, y) => pdfRow(row, { y, columnsMm: table.columnsMm, around })),
  }
}

type RowPlace = { readonly y: number; readonly columnsMm: readonly number[]; readonly around: Surroundings }

function pdfRow(row: LaidRow, { y, columnsMm, around }: RowPlace) {
  return {
    y,
    minHeightMm: row.minHeightMm,
    whole: row.minHeightMm <= TALLEST_WHOLE_ROW_MM,
    cells: row.cells.map((cell) => {
      const across = columnsMm.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0)
      return {
        x: cell.column,
        y,
        colspan: cell.colSpan,
        rowspan: cell.rowSpan,
        style: around.numbers.get(styleKey(cell.style)),
        lines: linesIn(cell, across - 2 * CELL_INSET_MM.x, around),
      }
    }),
  }
}

function linesIn(written: Writing, widthMm: number, around: Surroundings): PdfLine[] {
  return pdfLines(written.text, { widthMm, sizePt: written.style.sizePt, missing: around.setting.missing })
}

type StyleNumbers = ReadonlyMap<string, number>

/** Every style of the form once; a cell names its style by number, which keeps a long form short. */
function listStyles(form: LaidForm): TextStyle[] {
  const styles = new Map<string, TextStyle>()
  for (const { style } of writingsOf(form)) styles.set(styleKey(style), style)
  return [...styles.values()]
}

function styleKey(style: TextStyle): string {
  return [style.font, style.sizePt, style.bold, style.align, style.valign, style.border].join()
}

function pdfStyle(style: TextStyle, font: RoleFont | undefined) {
  return {
    families: [...(font?.families ?? []), SURE_FAMILY, SYMBOL_FAMILY],
    sizePt: style.sizePt,
    weight: style.bold || font?.alwaysBold ? 'bold' : 'regular',
    emboldenEm: style.bold && font?.hasBold === false ? EMBOLDEN_EM : 0,
    align: style.align === 'justify' ? 'left' : style.align,
    valign: style.valign,
    justify: style.align === 'justify',
    border: style.border === 'all',
  }
}
