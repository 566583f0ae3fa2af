import { type CellBudget, tableOfRows } from '../dense-table.ts'
import type { RawBlock } from '../raw-document.ts'

type TextRow = { readonly line: number; readonly texts: readonly string[] }

/**
 * Text of a form copied out of a word processor or a browser. Two spellings of a table are in use:
 * a row on one line with tabs between its cells, or (东湖 form of 2021) each cell on a line of its own that begins
 * with a tab, and an empty line after each row. The spelling that more lines follow is taken for the whole file.
 *
 * A blank line ends a table of the first spelling: two tables without text between them were parted by blank lines only.
 */
export function readTabText(text: string, budget: CellBudget): RawBlock[] {
  const lines = text.split(/\r\n|\n|\r/)
  const loneCells = lines.filter(isLoneCell).length
  const rowLines = lines.filter((line) => line.includes('\t')).length

  return loneCells * 2 > rowLines ? readCellPerLine(lines, budget) : readRowPerLine(lines, budget)
}

function isLoneCell(line: string): boolean {
  return line.startsWith('\t') && line.lastIndexOf('\t') === 0
}

function isBlank(line: string): boolean {
  return !line.startsWith('\t') && line.trim() === ''
}

function readRowPerLine(lines: readonly string[], budget: CellBudget): RawBlock[] {
  const blocks: RawBlock[] = []
  let rows: TextRow[] = []
  const closeTable = () => {
    if (rows.length > 0) blocks.push(tableOfRows(rows, budget))
    rows = []
  }

  lines.forEach((line, index) => {
    if (line.includes('\t')) {
      rows.push({ line: index + 1, texts: line.split('\t').map((cell) => cell.trim()) })
      return
    }
    closeTable()
    if (!isBlank(line)) blocks.push({ kind: 'text', text: line.trim(), line: index + 1 })
  })
  closeTable()

  return blocks
}

function readCellPerLine(lines: readonly string[], budget: CellBudget): RawBlock[] {
  const blocks: RawBlock[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.startsWith('\t')) {
      const { rows, next } = takeCellPerLineTable(lines, at)
      blocks.push(tableOfRows(rows, budget))
      at = next
    } else {
      if (!isBlank(line)) blocks.push({ kind: 'text', text: line.trim(), line: at + 1 })
      at += 1
    }
  }
  return blocks
}

function takeCellPerLineTable(lines: readonly string[], start: number): { rows: TextRow[]; next: number } {
  const rows: { line: number; texts: string[] }[] = []
  let rowIsOpen = false
  let at = start

  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (!line.startsWith('\t')) {
      const next = nextFilledLine(lines, at)
      if (!lines[next]?.startsWith('\t')) return { rows, next }
      rowIsOpen = false
      at = next
      continue
    }
    const cell = takeCell(lines, at)
    const row = rowIsOpen ? rows.at(-1) : undefined
    if (row) row.texts.push(...cell.texts)
    else rows.push({ line: at + 1, texts: cell.texts })
    rowIsOpen = true
    at = cell.next
  }
  return { rows, next: at }
}

/**
 * A cell's text goes on over lines that do not begin with a tab, and over one blank line before such a line.
 * Two blank lines, or a blank line after an empty cell, end it.
 */
function takeCell(lines: readonly string[], start: number): { texts: string[]; next: number } {
  const texts = (lines[start] ?? '').slice(1).split('\t')
  const parts = [texts.pop()?.trim() ?? '']
  let hasText = parts[0] !== ''
  let at = start + 1

  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.startsWith('\t')) break
    if (isBlank(line)) {
      const following = lines[at + 1] ?? ''
      if (isBlank(following) || following.startsWith('\t') || !hasText) break
    } else {
      parts.push(line.trim())
      hasText = true
    }
    at += 1
  }
  return { texts: [...texts, parts.join('\n')].map((text) => text.trim()), next: at }
}

function nextFilledLine(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && isBlank(lines[at] ?? '')) at += 1
  return at
}
