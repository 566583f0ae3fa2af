import { settledZip } from './settled-zip.ts'
import type { Sheet } from './xlsx-sheet.ts'
import { columnName } from './xlsx-workbook.ts'

const SHEET_PATH = /^xl\/worksheets\/sheet(\d+)\.xml$/
const WRITER_AND_CLOCK = /<(dcterms:created|dcterms:modified|dc:creator|cp:lastModifiedBy)\b[^>]*>[^<]*<\/\1>/g

/**
 * What the library leaves to do: writer and clock out of the properties, quotePrefix on the marked styles, and the merged
 * ranges, which it would compare each with every other.
 */
export function settledXlsx(zipped: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  return settledZip(zipped, (path, text) => {
    if (path === 'docProps/core.xml') return text.replaceAll(WRITER_AND_CLOCK, '')
    if (path === 'xl/styles.xml') return withQuotePrefix(text)
    const sheet = sheets[Number(SHEET_PATH.exec(path)?.[1] ?? 0) - 1]
    return sheet === undefined ? text : text.replace('</sheetData>', () => `</sheetData>${mergeCells(sheet)}`)
  })
}

function withQuotePrefix(styles: string): string {
  return styles.replaceAll(
    /<xf ([^>]*)><alignment ([^>]*) readingOrder="1"\/>/g,
    '<xf $1 quotePrefix="1"><alignment $2/>',
  )
}

function mergeCells({ regions }: Sheet): string {
  const merged = regions.filter(({ top, bottom, left, right }) => bottom > top || right > left)
  if (merged.length === 0) return ''
  const ranges = merged.map(
    ({ top, bottom, left, right }) => `<mergeCell ref="${columnName(left)}${top}:${columnName(right)}${bottom}"/>`,
  )
  return `<mergeCells count="${merged.length}">${ranges.join('')}</mergeCells>`
}
