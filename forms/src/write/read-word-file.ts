import { strFromU8, unzipSync } from 'fflate'

/** Reads back, without any Word library, what the Word writer wrote. For tests. */

export type WordCell = {
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly text: string
  readonly widthTwips: number
}

export type WordTable = { readonly gridTwips: readonly number[]; readonly rows: readonly (readonly WordCell[])[] }

type OpenCell = { column: number; colSpan: number; rowSpan: number; text: string; widthTwips: number }

export function textParts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

export function wordTables(documentXml: string): WordTable[] {
  return elements(documentXml, 'w:tbl').map((table) => ({
    gridTwips: [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width)),
    rows: wordRows(table),
  }))
}

/** The paragraphs outside of tables, the seams between tables left out. */
export function wordParagraphs(documentXml: string): string[] {
  const outside = documentXml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '')
  return elements(outside, 'w:p')
    .filter((paragraph) => paragraph.includes('<w:pStyle'))
    .map(paragraphText)
}

function wordRows(table: string): WordCell[][] {
  const open = new Map<number, OpenCell>()
  return elements(table, 'w:tr').map((row) => {
    let column = 0
    const starting: OpenCell[] = []
    for (const xml of elements(row, 'w:tc')) {
      const colSpan = Number(/<w:gridSpan w:val="(\d+)"/.exec(xml)?.[1] ?? 1)
      const merge = /<w:vMerge w:val="(\w+)"/.exec(xml)?.[1]
      const above = open.get(column)
      if (merge === 'continue' && above !== undefined) above.rowSpan += 1
      else {
        const text = elements(xml, 'w:p').map(paragraphText).join('\n')
        const cell = { column, colSpan, rowSpan: 1, text, widthTwips: Number(/<w:tcW[^>]* w:w="(\d+)"/.exec(xml)?.[1]) }
        open.set(column, cell)
        starting.push(cell)
      }
      column += colSpan
    }
    return starting
  })
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?: [^>]*)?>.*?</${name}>|<${name}/>`, 'gs')) ?? []
}

function paragraphText(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text = '']) => unescaped(text)).join('')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
