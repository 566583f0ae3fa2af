import { readHtmlTable } from './html-table.ts'
import { readTabText } from './tab-text.ts'

/** A rectangle of texts, every row equally long. */
export type TextBlock = readonly (readonly string[])[]

export type Clipboard = { readonly html: string; readonly plain: string }

/**
 * What Excel, WPS and Word put on the clipboard. The plain text keeps every character, the page tells which cells were
 * merged; where both have one shape the texts are the plain ones. A cell merged downwards speaks for all its rows.
 */
export function readClipboardBlock({ html, plain }: Clipboard): TextBlock {
  const texts = readTabText(plain)
  const table = readHtmlTable(html)
  if (table === null) return texts
  const sameShape = texts.length === table.length && texts.every((row, at) => row.length === (table[at]?.length ?? 0))
  return table.map((row, at) =>
    row.map((cell, column) => {
      const source = table[at - cell.rowsAbove]?.[column]
      return (sameShape ? texts[at - cell.rowsAbove]?.[column] : source?.text) ?? ''
    }),
  )
}

/** Writes a block so that Excel and WPS read it back cell by cell. */
export function writeTabText(block: TextBlock): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
