import { BlockBuilder } from '../block-builder.ts'
import { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ReadTask } from '../read-task.ts'
import { insideOf, readXml, type XmlHandler } from '../zip/xml-events.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { onePiece } from './word-xml.ts'

const CONTENT = 'content.xml'

/** Text documents of LibreOffice and WPS (.odt). */
export function readOdt(zip: ZipArchive, limits: ReadLimits): Promise<RawDocument> {
  return readOdtXml(zip.stream(CONTENT), limits)
}

/** The same in one XML file (.fodt). */
export function readFlatOdt({ bytes, limits }: ReadTask): Promise<RawDocument> {
  return readOdtXml(onePiece(bytes), limits)
}

async function readOdtXml(pieces: AsyncIterable<Uint8Array>, limits: ReadLimits): Promise<RawDocument> {
  const builder = new BlockBuilder(new CellBudget(limits), limits)
  await readXml(pieces, { part: CONTENT, limits }, insideOf('text', odtContent(builder)))
  return { format: 'odt', blocks: builder.finish(), notes: [] }
}

/** Deleted text, comments, footnotes and descriptions of pictures are not read; a covered cell is filled by its merge. */
const IGNORED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note',
  'svg:desc',
  'svg:title',
  'table:covered-table-cell',
])
const MOST_SPACES = 1_000
const MOST_SPANNED = 1_000

function odtContent(builder: BlockBuilder): XmlHandler {
  const path: string[] = []
  const paragraphs: { text: string; readonly line: number }[] = []
  let ignored = 0
  let lines = 0
  const append = (text: string) => {
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.text += text
  }
  return {
    open: (name, attributes) => {
      path.push(name)
      if (ignored > 0 || IGNORED.has(name)) ignored += 1
      else if (name === 'text:p' || name === 'text:h') {
        lines += 1
        paragraphs.push({ text: '', line: lines })
      } else if (name === 'text:s') append(' '.repeat(count(attributes['text:c'], MOST_SPACES)))
      else if (name === 'text:tab') append('\t')
      else if (name === 'text:line-break') append('\n')
      else if (name === 'table:table') builder.openTable()
      else if (name === 'table:table-row') builder.openRow(lines + 1)
      else if (name === 'table:table-cell') {
        builder.openCell(lines + 1, {
          columns: count(attributes['table:number-columns-spanned'], MOST_SPANNED),
          rows: count(attributes['table:number-rows-spanned'], MOST_SPANNED),
        })
      }
    },
    close: () => {
      const name = path.pop()
      if (ignored > 0) ignored -= 1
      else if (name === 'text:p' || name === 'text:h') {
        const paragraph = paragraphs.pop()
        if (paragraph) builder.addText(paragraph.text, paragraph.line)
      } else if (name === 'table:table-cell') builder.closeCell()
      else if (name === 'table:table-row') builder.closeRow()
      else if (name === 'table:table') builder.closeTable()
    },
    text: (text) => {
      if (ignored === 0) append(text.replace(/\s+/g, ' '))
    },
  }
}

function count(printed: string | undefined, most: number): number {
  const number = Number(printed ?? 1)
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), most) : 1
}
