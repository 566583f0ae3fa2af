import { BlockBuilder } from '../block-builder.ts'
import type { CellBudget } from '../dense-table.ts'
import { marginTexts } from '../margin-texts.ts'
import type { RawDocument, RawNote, RawText } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'
import { readXml } from '../zip/xml-events.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { WordContent } from './docx-content.ts'

const MAIN_PART = 'word/document.xml'

/** Word's own XML. Footers, footnotes and comments are parts of their own and are not read. */
export async function readDocx(
  zip: ZipArchive,
  bounds: { readonly limits: ReadLimits; readonly budget: CellBudget },
): Promise<RawDocument> {
  const { limits, budget } = bounds
  const part = zip.names.has(MAIN_PART) ? MAIN_PART : await findMainPart(zip, limits)
  const builder = new BlockBuilder(budget, limits)
  const content = new WordContent(builder)
  await readXml(zip.stream(part), { part, limits }, content)

  const blocks = [...(await readHeaders(zip, bounds)), ...builder.finish()]
  return { format: 'docx', blocks, notes: [...macroNotes(zip), ...content.notes()] }
}

const HEADER_PART = /^word\/header\d{0,3}\.xml$/

async function readHeaders(
  zip: ZipArchive,
  { limits, budget }: { readonly limits: ReadLimits; readonly budget: CellBudget },
): Promise<RawText[]> {
  const builder = new BlockBuilder(budget, limits)
  for (const part of [...zip.names].filter((name) => HEADER_PART.test(name)))
    await readXml(zip.stream(part), { part, limits }, new WordContent(builder))
  return marginTexts(builder.finish())
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
