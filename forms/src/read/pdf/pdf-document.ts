import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CellBudget } from '../dense-table.ts'
import type { RawBlock, RawDocument, RawNote } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { type FontFacts, MarkCollector } from './pdf-marks.ts'
import { matrixOf } from './pdf-matrix.ts'
import { type PageItem, readPage } from './pdf-page.ts'
import { continues, joinParts, type PdfTable } from './pdf-tables.ts'

const LIBRARY = new URL('.', import.meta.resolve('pdfjs-dist/package.json'))
/** Pictures are not needed, so none is decoded. */
const LARGEST_PICTURE_PIXELS = 1
const POINT: FontFacts = { unit: 0.001, vertical: false }

type Found = { readonly page: number; readonly item: PageItem }
type Pending = { readonly parts: PdfTable[]; readonly pages: number[] }

/** Text and ruled tables of a PDF. Nothing is fetched, no script runs, no picture is decoded. */
export async function readPdf({ bytes, limits }: ReadTask): Promise<RawDocument> {
  const pdf = await openPdf(bytes)
  if (pdf.numPages > limits.pages) refuseReading('too-many-pages', { pages: pdf.numPages, limit: limits.pages })

  const found: Found[] = []
  const textless: number[] = []
  let characters = 0
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items, letters } = await itemsOf(await pdf.getPage(page))
    characters += letters
    if (characters > limits.characters) refuseReading('too-much-text', { limit: limits.characters })
    if (letters === 0) textless.push(page)
    found.push(...items.map((item) => ({ page, item })))
  }
  if (characters === 0) refuseReading('scanned', { pages: pdf.numPages })

  const { blocks, notes } = blocksOf(found, limits)
  const missing = textless.map((page): RawNote => ({ code: 'page-without-text', parameters: { page } }))
  return { format: 'pdf', blocks, notes: [...missing, ...notes] }
}

async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data,
      cMapUrl: fileURLToPath(new URL('cmaps/', LIBRARY)),
      cMapPacked: true,
      standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', LIBRARY)),
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      maxImageSize: LARGEST_PICTURE_PIXELS,
      verbosity: 0,
    }).promise
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') refuseReading('encrypted')
    throw cause
  }
}

async function itemsOf(page: PDFPageProxy): Promise<{ items: PageItem[]; letters: number }> {
  const viewport = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const collector = new MarkCollector(matrixOf(viewport.transform as number[]), (name) => fontFacts(page, name))
  const marks = collector.collect(operators)
  page.cleanup()
  const letters = marks.glyphs.filter(({ text }) => text.trim() !== '').length
  return { items: readPage(marks, viewport.height), letters }
}

function fontFacts(page: PDFPageProxy, name: string): FontFacts {
  if (!page.commonObjs.has(name)) return POINT
  const font = page.commonObjs.get(name) as { readonly fontMatrix?: readonly number[]; readonly vertical?: boolean }
  return { unit: font.fontMatrix?.[0] ?? POINT.unit, vertical: font.vertical === true }
}

/** A table at the end of a page goes on in a table at the beginning of the next. */
function blocksOf(found: readonly Found[], limits: ReadLimits): { blocks: RawBlock[]; notes: RawNote[] } {
  const budget = new CellBudget(limits)
  const blocks: RawBlock[] = []
  const notes: RawNote[] = []
  let pending: Pending | null = null
  const finish = (table: Pending) => {
    const joined = joinParts(table.parts, budget)
    blocks.push(joined.table)
    table.pages.slice(1).forEach((page, index) => {
      const count = joined.repeatedRows[index + 1] ?? 0
      notes.push({ code: 'rows-joined-across-pages', parameters: { page, count } })
    })
  }

  for (const { page, item } of found) {
    if (item.kind === 'table') {
      const last: PdfTable | undefined = pending?.parts.at(-1)
      if (pending && last && page === (pending.pages.at(-1) ?? 0) + 1 && continues(last, item.table)) {
        pending.parts.push(item.table)
        pending.pages.push(page)
        continue
      }
      if (pending) finish(pending)
      pending = { parts: [item.table], pages: [page] }
    } else {
      if (pending) finish(pending)
      pending = null
      blocks.push({ kind: 'text', text: item.text, line: null })
    }
  }
  if (pending) finish(pending)
  return { blocks, notes }
}
