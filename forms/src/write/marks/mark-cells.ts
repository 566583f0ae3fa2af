import { columnName } from '../excel/xlsx-workbook.ts'
import { xmlText } from '../layout/xml-text.ts'
import { attribute, escapeXml } from './workbook-parts.ts'

/** A wrong cell and why: the line counts from 1, the column from 0. */
export type Mark = { readonly line: number; readonly column: number; readonly reason: string }

export type SheetMarks = {
  readonly sheet: string
  readonly headLine: number
  /** The column that says why, under this heading; what it said before is gone. */
  readonly reasonColumn: number
  readonly heading: string
  readonly marks: readonly Mark[]
}

type Cell = { readonly column: number; readonly attributes: string; readonly content: string | null }

type Look = {
  readonly markedTwin: (style: number) => number
  /** The style of a column's empty cells: what is typed into them must stay text where the column is text. */
  readonly styleOf: (column: number) => number
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g
const REASON_WIDTH = 60

/** The sheet with its wrong cells marked and the reason at the end of their row; everything else as it was. */
export function markCells(xml: string, marks: SheetMarks, markedTwin: (style: number) => number): string {
  const byLine = Map.groupBy(marks.marks, ({ line }) => line)
  const look: Look = { markedTwin, styleOf: columnStyles(xml) }
  let line = 0
  const written = xml.replaceAll(ROW, (whole: string, attributes: string, content = '') => {
    line = Number(attribute(attributes, 'r') ?? line + 1)
    const wrong = byLine.get(line) ?? []
    const cells = cellsOf(content)
    const hadReason = cells.some(({ column }) => column === marks.reasonColumn)
    if (wrong.length === 0 && line !== marks.headLine && !hadReason) return whole
    const kept = cells.filter(({ column }) => column !== marks.reasonColumn)
    for (const { column } of wrong) mark(kept, column, look)
    const reason = line === marks.headLine ? marks.heading : wrong.map((one) => one.reason).join(' ')
    if (reason !== '') kept.push(textCell(marks.reasonColumn, reason, markedTwin(0)))
    return rowOf(line, withoutAttribute(withoutAttribute(attributes, 'spans'), 'r'), kept)
  })
  return withColumnWidth(written, marks.reasonColumn + 1)
}

function cellsOf(content: string): Cell[] {
  let column = -1
  return [...content.matchAll(CELL)].map(([, attributes = '', inner]) => {
    column = columnOf(attribute(attributes, 'r')) ?? column + 1
    return { column, attributes: withoutAttribute(attributes, 'r'), content: inner ?? null }
  })
}

function mark(cells: Cell[], column: number, { markedTwin, styleOf }: Look): void {
  const at = cells.findIndex((cell) => cell.column === column)
  const cell = cells[at] ?? { column, attributes: '', content: null }
  const style = markedTwin(Number(attribute(cell.attributes, 's') ?? styleOf(column)))
  const marked = { ...cell, attributes: `${withoutAttribute(cell.attributes, 's')} s="${style}"` }
  if (at < 0) cells.push(marked)
  else cells[at] = marked
}

function textCell(column: number, text: string, style: number): Cell {
  const content = `<is><t xml:space="preserve">${escapeXml(xmlText(text))}</t></is>`
  return { column, attributes: ` s="${style}" t="inlineStr"`, content }
}

function rowOf(line: number, attributes: string, cells: readonly Cell[]): string {
  const written = cells
    .toSorted((one, other) => one.column - other.column)
    .map(({ column, attributes, content }) => {
      const start = `<c r="${columnName(column + 1)}${line}"${attributes.trimEnd()}`
      return content === null ? `${start}/>` : `${start}>${content}</c>`
    })
  return `<row r="${line}"${attributes.trimEnd()}>${written.join('')}</row>`
}

function withoutAttribute(attributes: string, name: string): string {
  return attributes.replace(new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
}

function columnStyles(xml: string): (column: number) => number {
  const columns = Array.from(xml.matchAll(/<col\b([^>]*)>/g), ([, attributes = '']) => ({
    from: Number(attribute(attributes, 'min')) - 1,
    to: Number(attribute(attributes, 'max')) - 1,
    style: Number(attribute(attributes, 'style') ?? 0),
  }))
  return (column) => columns.find(({ from, to }) => from <= column && column <= to)?.style ?? 0
}

function columnOf(address: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  return letters === undefined ? null : [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
}

/** Wide enough to be read, where no width is said for that column yet. */
function withColumnWidth(xml: string, column: number): string {
  const width = `<col min="${column}" max="${column}" width="${REASON_WIDTH}" customWidth="1"/>`
  const columns = /<cols>([\s\S]*?)<\/cols>/.exec(xml)?.[1]
  if (columns === undefined) return xml.replace(/<sheetData\b/, () => `<cols>${width}</cols><sheetData`)
  const last = [...columns.matchAll(/\bmax="(\d+)"/g)].reduce((most, [, max]) => Math.max(most, Number(max)), 0)
  return last < column ? xml.replace('</cols>', () => `${width}</cols>`) : xml
}
