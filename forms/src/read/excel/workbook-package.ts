import { zipSync } from 'fflate'
import { CellBudget } from '../dense-table.ts'
import { marginTexts } from '../margin-texts.ts'
import type { RawDocument, RawNote, RawText } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'
import { macroNotes } from '../word/docx-document.ts'
import { readXml } from '../zip/xml-events.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { parseWorkbook } from './workbook.ts'

/** Parts that hold no cell. */
const LEFT_OUT =
  /(?:^|\/)(?:media|Pictures|drawings|charts|theme|embeddings|printerSettings|customXml|externalLinks|activeX|ctrlProps|pivotTables|pivotCache|Thumbnails|Configurations2|vbaProject\.bin|calcChain\.xml|comments\d*\.xml)/
const READ_IN = /\.(?:xml|bin|rels)$|^mimetype$/
const DTD_WITHIN = 65_536

/**
 * .xlsx, .xlsm, .xlsb and .ods. The sheet library inflates without bounds, so the parts it needs are inflated here
 * first, held to the limits and their cells counted, and handed on in a zip without compression.
 */
export async function readWorkbookPackage(zip: ZipArchive, limits: ReadLimits): Promise<RawDocument> {
  const parts: Record<string, Uint8Array> = {}
  let cells = 0
  for (const name of zip.names) {
    if (!READ_IN.test(name) || LEFT_OUT.test(name)) continue
    const part = await zip.read(name)
    requireNoDtd(part)
    cells += countCells(part)
    if (cells > limits.cells) refuseReading('too-many-cells', { limit: limits.cells })
    parts[name] = part
  }

  const bounds = { limits, budget: new CellBudget(limits) }
  const document = parseWorkbook(zipSync(parts, { level: 0 }), bounds, 'xl/styles.xml' in parts)
  const notes = [...macroNotes(zip), ...document.notes, ...(await shapeNotes(zip, limits))]
  return { ...document, format: 'xlsx', blocks: [...printedHeads(parts), ...document.blocks], notes }
}

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/
const PRINTED_HEAD = /<(?:\w+:)?(?:oddHeader|firstHeader)\b[^>]*>([^<]{1,600})</g
/** &L &C &R part the line, &"黑体,加粗" &16 &K000000 &B dress it, &P &N &D &A are filled in when it is printed. */
const SECTION_CODE = /&[LCR]/
const OTHER_CODES = /&(?:"[^"]*"|\d{1,3}|K[\dA-Fa-f+-]{1,9}|[A-Z])/g

/** What stands over every printed page of the sheets, where all of them say the same. */
function printedHeads(parts: Readonly<Record<string, Uint8Array>>): RawText[] {
  const heads = Object.entries(parts)
    .filter(([name]) => SHEET_PART.test(name))
    .map(([, part]) => marginTexts(headLines(Buffer.from(part.subarray(-LAST_BYTES)).toString('utf8'))))
    .filter((lines) => lines.length > 0)
  return new Set(heads.map((lines) => lines.map(({ text }) => text).join('\n'))).size === 1 ? (heads[0] ?? []) : []
}

/** The heads stand behind all cells. */
const LAST_BYTES = 65_536

function headLines(xml: string): RawText[] {
  return [...xml.matchAll(PRINTED_HEAD)].flatMap(([, written = '']) =>
    decodeXml(written)
      .split(SECTION_CODE)
      .map((text): RawText => ({ kind: 'text', text: text.replace(OTHER_CODES, '').trim(), line: null })),
  )
}

const ESCAPED: readonly (readonly [string, string])[] = [
  ['&quot;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]

function decodeXml(text: string): string {
  return ESCAPED.reduce((plain, [entity, character]) => plain.replaceAll(entity, character), text)
}

const DRAWING = /^xl\/drawings\/drawing\d+\.xml$/
const LONGEST_QUOTE = 60

/** Words in text boxes float over the cells and belong to none; they are quoted, so that nobody misses them. */
async function shapeNotes(zip: ZipArchive, limits: ReadLimits): Promise<RawNote[]> {
  let words = ''
  for (const part of [...zip.names].filter((name) => DRAWING.test(name))) {
    let inText = false
    await readXml(
      zip.stream(part),
      { part, limits },
      {
        open: (name) => {
          inText = name === 'a:t'
          if (name === 'a:p' && words !== '') words += ' '
        },
        close: () => {
          inText = false
        },
        text: (text) => {
          if (inText && words.length <= LONGEST_QUOTE) words += text
        },
      },
    )
  }
  const text = words.trim()
  return text === '' ? [] : [{ code: 'text-box-ignored', parameters: { text: text.slice(0, LONGEST_QUOTE) } }]
}

function requireNoDtd(part: Uint8Array): void {
  const start = Buffer.from(part.buffer, part.byteOffset, Math.min(part.byteLength, DTD_WITHIN))
  if (start.includes('<!DOCTYPE')) refuseReading('unsafe-xml')
}

/** Cells stored in a sheet, empty ones with a style included: `<c r="A1">` and `<table:table-cell>`. */
function countCells(part: Uint8Array): number {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  return countOf(bytes, '<c ') + countOf(bytes, '<table:table-cell')
}

function countOf(bytes: Buffer, tag: string): number {
  let count = 0
  for (let at = bytes.indexOf(tag); at !== -1; at = bytes.indexOf(tag, at + tag.length)) count += 1
  return count
}
