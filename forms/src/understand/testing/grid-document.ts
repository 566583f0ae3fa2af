import type { RawBlock, RawCell, RawDocument } from '../../read/raw-document.ts'

/**
 * A form drawn in text: rows of cells parted by `|`, `^` goes on from above, `<` from the left. A line without `|` is a
 * line of text, `---` ends a table as a page break does.
 */
export type Grid = string

/** As a file that tells merges (docx, xlsx, html). */
export function mergedDocument(grid: Grid): RawDocument {
  return { format: 'docx', blocks: blocksOf(grid, true), notes: [] }
}

/** As text pasted out of a word processor: the merges are lost. */
export function pastedDocument(grid: Grid): RawDocument {
  return { format: 'text', blocks: blocksOf(grid, false), notes: [] }
}

/** As a page of a website. */
export function htmlPage(grid: Grid): string {
  const body = sectionsOf(grid).map((section) =>
    section.kind === 'text' ? `<p>${escapeHtml(section.text)}</p>` : htmlTable(section.rows),
  )
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`
}

/** As copied out of a word processor into a plain text: cells parted by tabs, merges lost. */
export function tabText(grid: Grid): string {
  const lines = sectionsOf(grid).flatMap((section) =>
    section.kind === 'text'
      ? [section.text]
      : section.rows.map((cells) => cells.map((text) => (text === '^' || text === '<' ? '' : text)).join('\t')),
  )
  return lines.join('\n')
}

export type GridSection =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

export function sectionsOf(grid: Grid): GridSection[] {
  const sections: GridSection[] = []
  let rows: string[][] = []
  const close = () => {
    if (rows.length > 0) sections.push({ kind: 'table', rows })
    rows = []
  }
  for (const line of grid.trim().split('\n')) {
    const text = line.trim()
    if (text.includes('|')) rows.push(text.split('|').map((cell) => cell.trim()))
    else {
      close()
      if (text !== '' && text !== '---') sections.push({ kind: 'text', text })
    }
  }
  close()
  return sections
}

/** Columns and rows that the cell at this place covers. */
export function spanAt(rows: readonly (readonly string[])[], at: number, column: number): [number, number] {
  let [wide, high] = [1, 1]
  while (rows[at]?.[column + wide] === '<') wide += 1
  while (rows[at + high]?.[column] === '^') high += 1
  return [wide, high]
}

function blocksOf(grid: Grid, tellsMerges: boolean): RawBlock[] {
  let line = 0
  return sectionsOf(grid).map((section): RawBlock => {
    if (section.kind === 'text') {
      line += 1
      return { kind: 'text', text: section.text, line }
    }
    const width = Math.max(...section.rows.map((cells) => cells.length))
    const rows = section.rows.map((cells) => {
      line += 1
      return { line, cells: Array.from({ length: width }, (_, at) => cellOf(cells[at] ?? '', tellsMerges)) }
    })
    return { kind: 'table', rows }
  })
}

function cellOf(text: string, tellsMerges: boolean): RawCell {
  if (text !== '^' && text !== '<') return { text, merged: null }
  return { text: '', merged: tellsMerges ? (text === '^' ? 'up' : 'left') : null }
}

function htmlTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, at) => {
    const shown = cells.flatMap((text, column) => {
      if (text === '^' || text === '<') return []
      const [wide, high] = spanAt(rows, at, column)
      return [`<td colspan="${wide}" rowspan="${high}">${escapeHtml(text)}</td>`]
    })
    return `<tr>${shown.join('')}</tr>`
  })
  return `<table>${lines.join('')}</table>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
