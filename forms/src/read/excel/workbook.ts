import { type CellObject, type Range, read, type Sheet, utils, type WorkBook } from '@e965/xlsx'
import { CellBudget, EMPTY_CELL } from '../dense-table.ts'
import type { RawBlock, RawCell, RawDocument, RawNote, RawRow } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { decodeText } from '../text/decode-text.ts'

type Bounds = { readonly limits: ReadLimits; readonly budget: CellBudget }
type SheetRow = { readonly index: number; readonly texts: string[] }

/** More empty rows than this between two filled ones part two tables. */
const EMPTY_ROWS_IN_TABLE = 20
/** Excel itself calculates and shows no more digits than this. */
const SIGNIFICANT_DIGITS = 15

/** The only place that knows the sheet library. Formulas are looked at to tell where results stand, never evaluated. */
export function parseWorkbook(bytes: Uint8Array, bounds: Bounds, hasStyles = true): RawDocument {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return documentOf(open(buffer, { type: 'buffer', hasStyles }), bounds)
}

/** The XML that Excel 2003 saved as .xls or .xml. */
export async function readSpreadsheetXml({ bytes, limits }: ReadTask): Promise<RawDocument> {
  return documentOf(open(decodeText(bytes), { type: 'string', hasStyles: true }), {
    limits,
    budget: new CellBudget(limits),
  })
}

type Opening = { readonly type: 'buffer' | 'string'; readonly hasStyles: boolean }

/**
 * Hidden rows are only told together with styles (`cellStyles`); looking for styles in a file without any makes the
 * library throw and catch an error at every cell.
 */
function open(content: Buffer | string, { type, hasStyles }: Opening): WorkBook {
  try {
    return read(content, {
      type,
      dense: true,
      nodim: true,
      cellNF: true,
      cellHTML: false,
      cellStyles: hasStyles,
      dateNF: 'yyyy-mm-dd',
    })
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) refuseReading('encrypted')
    throw cause
  }
}

function documentOf(workbook: WorkBook, bounds: Bounds): RawDocument {
  const blocks: RawBlock[] = []
  const notes: RawNote[] = []
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name]
    if (!sheet) return
    if (workbook.Workbook?.Sheets?.[index]?.Hidden) {
      notes.push({ code: 'sheet-hidden', parameters: { sheet: name } })
      return
    }
    const tables = tablesOf(sheet, bounds)
    if (tables.length > 0) blocks.push({ kind: 'text', text: name, line: null, sheet: true }, ...tables)
    notes.push(...hiddenNotes(name, sheet), ...formulaNotes(name, sheet))
  })
  return { format: 'xls', blocks, notes }
}

function tablesOf(sheet: Sheet, bounds: Bounds): RawBlock[] {
  const rows = filledRows(sheet)
  const parted: SheetRow[][] = []
  for (const row of rows) {
    const previous = parted.at(-1)?.at(-1)
    if (previous && row.index - previous.index <= EMPTY_ROWS_IN_TABLE) parted.at(-1)?.push(row)
    else parted.push([row])
  }
  return parted.map((part) => tableOf(part, sheet['!merges'] ?? [], bounds.budget))
}

function filledRows(sheet: Sheet): SheetRow[] {
  const rows: SheetRow[] = []
  sheet['!data']?.forEach((cells, index) => {
    const texts: string[] = []
    cells?.forEach((cell, column) => {
      const text = cell ? displayedText(cell).trim() : ''
      if (text !== '') texts[column] = text
    })
    if (texts.length > 0) rows.push({ index, texts })
  })
  return rows
}

function tableOf(rows: readonly SheetRow[], merges: readonly Range[], budget: CellBudget): RawBlock {
  const top = rows[0]?.index ?? 0
  const height = (rows.at(-1)?.index ?? 0) - top + 1
  const filledWidth = rows.reduce((widest, row) => Math.max(widest, row.texts.length), 0)
  const width = merges
    .filter(({ s, e }) => s.r >= top && e.r < top + height && s.c < filledWidth)
    .reduce((widest, { e }) => Math.max(widest, e.c + 1), filledWidth)
  const left = rows.reduce((least, row) => Math.min(least, row.texts.findIndex(Boolean)), width)
  budget.take(height * (width - left))

  const texts = new Map(rows.map((row) => [row.index, row.texts]))
  const grid = Array.from({ length: height }, (_, down) =>
    Array.from({ length: width - left }, (_, right) => cellOf(texts.get(top + down)?.[left + right])),
  )
  for (const merge of merges) coverMerge(grid, merge, { top, left, budget })
  const raw = grid.map((cells, down): RawRow => ({ line: top + down + 1, cells }))
  return { kind: 'table', rows: raw, columnsBefore: left }
}

function cellOf(text: string | undefined): RawCell {
  return text === undefined ? EMPTY_CELL : { text, merged: null }
}

function coverMerge(
  grid: RawCell[][],
  { s, e }: Range,
  at: { readonly top: number; readonly left: number; readonly budget: CellBudget },
): void {
  const rows = grid.slice(Math.max(0, s.r - at.top), Math.max(0, e.r - at.top + 1))
  const from = Math.max(0, s.c - at.left)
  rows.forEach((cells, down) => {
    const to = Math.min(cells.length - 1, e.c - at.left)
    at.budget.take(Math.max(0, to - from + 1))
    for (let column = from; column <= to; column += 1) {
      if (column > from) cells[column] = { text: '', merged: 'left' }
      else if (down > 0) cells[column] = { text: '', merged: 'up' }
    }
  })
}

/** What a person sees in the cell; a number without a format of its own keeps all its digits. */
function displayedText(cell: CellObject): string {
  switch (cell.t) {
    case 'n':
      if (cell.v === undefined) return ''
      return cell.z === undefined || cell.z === 'General' ? plainNumber(Number(cell.v)) : (cell.w ?? String(cell.v))
    case 's':
      return String(cell.v ?? '')
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE'
    case 'd':
    case 'e':
      return cell.w ?? String(cell.v ?? '')
    case 'z':
      return ''
  }
}

function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(SIGNIFICANT_DIGITS))
  return Math.abs(rounded) < 1e21 && Math.abs(rounded) >= 1e-6 ? String(rounded) : decimalText(rounded)
}

/** Very small numbers without an exponent. */
function decimalText(value: number): string {
  return value === 0 ? '0' : value.toFixed(20).replace(/0+$/, '')
}

function hiddenNotes(name: string, sheet: Sheet): RawNote[] {
  const hidden = [...(sheet['!rows'] ?? []), ...(sheet['!cols'] ?? [])].filter((line) => line?.hidden).length
  return hidden > 0 ? [{ code: 'rows-hidden', parameters: { sheet: name, count: hidden } }] : []
}

function formulaNotes(name: string, sheet: Sheet): RawNote[] {
  const used: string[] = []
  const without: string[] = []
  sheet['!data']?.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell?.f === undefined) return
      const address = utils.encode_cell({ r: row, c: column })
      if (cell.v === undefined) without.push(address)
      else used.push(address)
    })
  })
  return [noteOf('formula-value-used', name, used), noteOf('formula-without-value', name, without)].flat()
}

function noteOf(code: RawNote['code'], sheet: string, addresses: readonly string[]): RawNote[] {
  const first = addresses[0]
  return first === undefined ? [] : [{ code, parameters: { sheet, count: addresses.length, first } }]
}
