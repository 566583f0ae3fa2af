import type { Cell, Worksheet } from '@cj-tech-master/excelts'
import { settledXlsx } from './xlsx-package.ts'
import { columnName } from './xlsx-workbook.ts'

/** A list to be filled in: what to write stands above the headings. */
export type ListTemplate = {
  readonly name: string
  readonly note: string
  readonly columns: readonly TemplateColumn[]
  /** What is known already. */
  readonly rows: readonly (readonly string[])[]
}

export type TemplateColumn = {
  readonly heading: string
  readonly width: number
  /** What the cell's list offers; `several`: more than one may be written, so other texts are taken too. */
  readonly choices?: { readonly words: readonly string[]; readonly several: boolean }
}

const FONT = { name: '宋体', size: 11, family: 3, charset: 134 }
const ROWS_PREPARED = 6000
const HEAD_ROW = 2
const POINTS_PER_LINE = 16

/** A workbook of lists to be filled in. Every cell is text, so that codes and long numbers keep all their digits. */
export async function writeListTemplate(lists: readonly ListTemplate[]): Promise<Uint8Array> {
  // Large, and used by few: it comes with the first list.
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  workbook.defaultFont = FONT
  for (const list of lists) addList(workbook.addWorksheet(list.name), list)
  return settledXlsx(await workbook.xlsx.writeBuffer(), [])
}

function addList(worksheet: Worksheet, { note, columns, rows }: ListTemplate): void {
  worksheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }))
  const last = columnName(columns.length)
  worksheet.mergeCells(`A1:${last}1`)
  const first = worksheet.getCell('A1')
  first.value = note
  first.alignment = { wrapText: true, vertical: 'top' }
  worksheet.getRow(1).height = POINTS_PER_LINE * note.split('\n').length
  columns.forEach((column, at) => {
    addHeading(worksheet.getCell(HEAD_ROW, at + 1), column.heading)
    addChoices(worksheet, columnName(at + 1), column)
  })
  rows.forEach((texts, at) => {
    texts.forEach((text, column) => {
      if (text !== '') worksheet.getCell(HEAD_ROW + 1 + at, column + 1).value = text
    })
  })
  Object.assign(worksheet.pageSetup, { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
  worksheet.views = [{ state: 'frozen', ySplit: HEAD_ROW }]
}

function addHeading(cell: Cell, heading: string): void {
  cell.value = heading
  cell.font = { ...FONT, bold: true }
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } }
}

function addChoices(worksheet: Worksheet, letter: string, { choices }: TemplateColumn): void {
  if (choices === undefined) return
  worksheet.dataValidations.add(`${letter}${HEAD_ROW + 1}:${letter}${ROWS_PREPARED}`, {
    type: 'list',
    allowBlank: true,
    showErrorMessage: !choices.several,
    formulae: [`"${choices.words.join(',')}"`],
  })
}
