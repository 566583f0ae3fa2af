import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import type { RawBlock, RawCell, RawDocument } from '../raw-document.ts'
import { type ReadOptions, readDocument } from '../read-document.ts'

/** Readers under test get more time than in the office: the machine that tests may be busy. */
const PATIENT = { milliseconds: 60_000 }

export type SampleCell = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
}
export type SampleTable = { readonly height: number; readonly width: number; readonly cells: readonly SampleCell[] }

export function readSample(content: Uint8Array | string, name: string, options: Partial<ReadOptions> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return readDocument(bytes, { ...options, name, limits: { ...PATIENT, ...options.limits } })
}

export async function readWell(content: Uint8Array | string, name: string): Promise<RawDocument> {
  const answer = await readSample(content, name)
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code} ${JSON.stringify(answer.problem.parameters)}`)
  return answer.value
}

/** Rows in one line each: `<` and `^` stand for a place covered from the left or from above. */
export function outline(blocks: readonly RawBlock[]): (string | string[])[] {
  return blocks.map((block) =>
    block.kind === 'text' ? block.text : block.rows.map((row) => row.cells.map(outlineCell).join(' | ')),
  )
}

function outlineCell({ text, merged }: RawCell): string {
  return merged === 'left' ? '<' : merged === 'up' ? '^' : text.replaceAll('\n', '⏎')
}

export function denseOf({ height, width, cells }: SampleTable): RawCell[][] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column): RawCell => {
      const cell = cells.find((one) => covers(one, row, column))
      if (cell?.column !== column) return { text: '', merged: 'left' }
      return cell.row === row ? { text: cell.text, merged: null } : { text: '', merged: 'up' }
    }),
  )
}

function covers(cell: SampleCell, row: number, column: number): boolean {
  const isInRow = row >= cell.row && row < cell.row + cell.rows
  return isInRow && column >= cell.column && column < cell.column + cell.columns
}

export function htmlOf(table: SampleTable): string {
  const rows = rowsOf(table).map((cells) => {
    const written = cells
      .filter(({ isTop }) => isTop)
      .map(({ cell }) => {
        return `<td rowspan="${cell.rows}" colspan="${cell.columns}">${cell.text}</td>`
      })
    return `<tr>${written.join('')}</tr>`
  })
  return `<html><body><table>${rows.join('')}</table></body></html>`
}

export function docxOf(table: SampleTable): Uint8Array {
  const rows = rowsOf(table).map((cells) => {
    const written = cells.map(({ cell, isTop }) => {
      const merge = cell.rows === 1 ? '' : `<w:vMerge${isTop ? ' w:val="restart"' : ''}/>`
      const span = `<w:tcW w:w="${cell.columns * 1_500}" w:type="dxa"/><w:gridSpan w:val="${cell.columns}"/>`
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${isTop ? paragraph(cell.text) : '<w:p/>'}</w:tc>`
    })
    return `<w:tr>${written.join('')}</w:tr>`
  })
  const grid = `<w:tblGrid>${'<w:gridCol w:w="1500"/>'.repeat(table.width)}</w:tblGrid>`
  return wordFile(`<w:tbl>${TABLE_PROPERTIES}${grid}${rows.join('')}</w:tbl><w:p/>`)
}

const EDGE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${EDGE}/>`).join('')
const TABLE_PROPERTIES = `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`

/** The cells that have a part in each row, from left to right. */
function rowsOf({ height, cells }: SampleTable): { cell: SampleCell; isTop: boolean }[][] {
  return Array.from({ length: height }, (_, row) =>
    cells
      .filter((cell) => row >= cell.row && row < cell.row + cell.rows)
      .toSorted((one, other) => one.column - other.column)
      .map((cell) => ({ cell, isTop: cell.row === row })),
  )
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A Word file with this body; further parts are added or put in place of the usual ones. */
export function wordFile(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const names = [
    ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
    ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
    ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ].map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document ${names.join(' ')}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]) => {
    return [name, typeof content === 'string' ? strToU8(content) : content] as const
  })
  return zipSync(Object.fromEntries(entries))
}

const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync)
export const hasLibreOffice = SOFFICE !== undefined

/** The same document as LibreOffice writes it in another format; `to` may name a filter after the extension. */
export async function convert(content: Uint8Array | string, from: string, to: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'))
  try {
    await writeFile(join(folder, `sample.${from}`), content)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `sample.${from}`)]
    await promisify(execFile)(SOFFICE ?? 'soffice', args)
    return await readFile(join(folder, `sample.${to.split(':')[0]}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
