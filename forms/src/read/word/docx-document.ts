import { BlockBuilder } from '../block-builder.ts'
import type { CellBudget } from '../dense-table.ts'
import type { RawDocument, RawNote } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'
import { readXml } from '../zip/xml-events.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { WordContent } from './docx-content.ts'

const MAIN_PART = 'word/document.xml'

/** Word's own XML. Headers, footers, footnotes and comments are parts of their own and are not read. */
export async function readDocx(
  zip: ZipArchive,
  bounds: { readonly limits: ReadLimits; readonly budget: CellBudget },
): Promise<RawDocument> {
  const { limits, budget } = bounds
  const part = zip.names.has(MAIN_PART) ? MAIN_PART : await findMainPart(zip, limits)
  const builder = new BlockBuilder(budget, limits)
  const content = new WordContent(builder)
  await readXml(zip.stream(part), { part, limits }, content)

  return { format: 'docx', blocks: builder.finish(), notes: [...macroNotes(zip), ...content.notes()] }
}

/** The main part may have another name; the package's relations say which. */
async function findMainPart(zip: ZipArchive, limits: ReadLimits): Promise<string> {
  let target = ''
  await readXml(
    zip.stream('_rels/.rels'),
    { part: '_rels/.rels', limits },
    {
      open: (name, { Type, Target }) => {
        if (name === 'Relationship' && Type?.endsWith('/officeDocument')) target = Target ?? ''
      },
      close: () => {},
      text: () => {},
    },
  )
  const part = target.replace(/^\//, '')
  return zip.names.has(part) ? part : refuseReading('damaged', { part: MAIN_PART })
}

export function macroNotes(zip: ZipArchive): RawNote[] {
  const hasMacros = zip.names.has('word/vbaProject.bin') || zip.names.has('xl/vbaProject.bin')
  return hasMacros ? [{ code: 'macro-ignored', parameters: {} }] : []
}
