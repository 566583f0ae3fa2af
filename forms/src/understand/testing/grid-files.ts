import { utils, write } from '@e965/xlsx'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { type Grid, sectionsOf, spanAt } from './grid-document.ts'

/** The form as a Word file. */
export async function docxFile(grid: Grid): Promise<Uint8Array> {
  const children = sectionsOf(grid).map((section) =>
    section.kind === 'text'
      ? new Paragraph(section.text)
      : new Table({ rows: section.rows.map((_, at) => wordRow(section.rows, at)) }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

function wordRow(rows: readonly (readonly string[])[], at: number): TableRow {
  const cells = (rows[at] ?? []).flatMap((text, column) => {
    if (text === '^' || text === '<') return []
    const [columnSpan, rowSpan] = spanAt(rows, at, column)
    return [new TableCell({ columnSpan, rowSpan, children: [new Paragraph(text)] })]
  })
  return new TableRow({ children: cells })
}

/** The form as a workbook of one sheet. */
export function xlsxFile(grid: Grid): Uint8Array {
  const lines: string[][] = []
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []
  for (const section of sectionsOf(grid)) {
    if (section.kind === 'text') {
      lines.push([section.text])
      continue
    }
    const top = lines.length
    section.rows.forEach((cells, at) => {
      lines.push(cells.map((text) => (text === '^' || text === '<' ? '' : text)))
      cells.forEach((text, column) => {
        const [wide, high] = spanAt(section.rows, at, column)
        if (text === '^' || text === '<' || wide * high === 1) return
        merges.push({ s: { r: top + at, c: column }, e: { r: top + at + high - 1, c: column + wide - 1 } })
      })
    })
  }
  const sheet = utils.aoa_to_sheet(lines)
  sheet['!merges'] = merges
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '自评表')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}
