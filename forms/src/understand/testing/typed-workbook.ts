import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { type Grid, sectionsOf, spanAt } from './grid-document.ts'

const NUMBER = /^-?\d{1,12}(?:\.(\d{1,8}))?$/
const PERCENT = /^(\d{1,6}(?:\.(\d{1,4}))?)%$/
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** The form as people key it into a workbook: figures are numbers, 98% is 0.98 shown as a percentage, days are serials. */
export function typedWorkbook(grid: Grid): Uint8Array {
  const sheet: WorkSheet = { '!merges': [] }
  let top = 0
  let width = 1
  for (const section of sectionsOf(grid)) {
    const rows = section.kind === 'text' ? [[section.text]] : section.rows
    rows.forEach((cells, at) => {
      width = Math.max(width, cells.length)
      cells.forEach((text, column) => {
        if (text === '^' || text === '<') return
        if (text !== '') sheet[utils.encode_cell({ r: top + at, c: column })] = typedCell(text)
        const [wide, high] = spanAt(rows, at, column)
        if (wide * high > 1)
          sheet['!merges']?.push({
            s: { r: top + at, c: column },
            e: { r: top + at + high - 1, c: column + wide - 1 },
          })
      })
    })
    top += rows.length
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: top - 1, c: width - 1 } })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Sheet1')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

function typedCell(text: string): CellObject {
  const [whole, decimals = ''] = NUMBER.exec(text) ?? []
  if (whole !== undefined)
    return { t: 'n', v: Number(text), z: decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}` }
  const [, rate, places = ''] = PERCENT.exec(text) ?? []
  if (rate !== undefined) {
    return { t: 'n', v: Number(rate) / 100, z: places === '' ? '0%' : `0.${'0'.repeat(places.length)}%` }
  }
  const [day, year, month, date] = DAY.exec(text) ?? []
  if (day !== undefined) {
    const serial = Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000 + 25_569
    return { t: 'n', v: serial, z: 'yyyy-mm-dd' }
  }
  return { t: 's', v: text }
}
