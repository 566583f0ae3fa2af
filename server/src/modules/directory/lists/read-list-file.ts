import { MOST_LIST_BYTES } from '@shiji/contract/directory-import'
import type { RawDocument, RawTable } from '@shiji/forms/read/raw-document'
import { readDocument } from '@shiji/forms/read/read-document'
import { READ_NOTE_WORDING, READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import {
  findSheets,
  type GivenSheet,
  type ImportSheets,
  SHEET_PROBLEM_WORDS,
  type SheetRow,
} from '@shiji/kernel/directory-import/import-sheets'
import { type Language, say } from '@shiji/kernel/wording'
import { makeGate } from '#platform/gate'
import { refuse } from '#platform/refusal'

/** A reader takes a thread and its memory, so few read at once. */
const readingGate = makeGate({ atOnce: 2, waiting: 20, seconds: 10 })

const MEGABYTE = 2 ** 20
const LIMITS = { fileBytes: MOST_LIST_BYTES, milliseconds: 8_000 }
const IGNORED_SHEETS = {
  zh: '工作表“{sheets}”不是单位或人员，没有读取。',
  en: 'The sheets "{sheets}" list neither units nor people; they were not read.',
}
const NEITHER = {
  zh: '名单只能是 .xlsx 或 .csv 文件。没有导入任何内容。请用 WPS 或 Excel 另存为其中一种，再上传。',
  en: 'A list is an .xlsx or .csv file. Nothing was imported. Save it as one of these in WPS or Excel and bring it again.',
}

export type ListFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: 'xlsx' | 'csv'
  /** The file row by row, as it is. */
  readonly given: readonly GivenSheet[]
  readonly sheets: ImportSheets
  readonly notes: readonly string[]
}

/** The lists of units and people in a file that was brought. Formulas are not evaluated: what the file last showed counts. */
export async function readListFile(file: File, language: Language): Promise<ListFile> {
  if (file.size > MOST_LIST_BYTES) {
    refuse('file-too-large', { megabytes: Math.ceil(file.size / MEGABYTE), limit: MOST_LIST_BYTES / MEGABYTE })
  }
  const { name } = file
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reading = await readingGate(() => readDocument(bytes, { name, limits: LIMITS }))
  if (!reading.ok) {
    const { code, parameters } = reading.problem
    return refuse('file-unreadable', { sentence: say(READ_PROBLEM_WORDING[code], language, parameters) })
  }
  const { format, notes } = reading.value
  if (format !== 'xlsx' && format !== 'csv') return refuse('file-unreadable', { sentence: say(NEITHER, language) })
  const given = sheetsOf(reading.value)
  const found = findSheets(given)
  if (!found.ok) {
    const { code, parameters } = found.problem
    return refuse('file-unreadable', { sentence: say(SHEET_PROBLEM_WORDS[code], language, parameters) })
  }
  const { ignored } = found.value
  const said = notes.map((note) => say(READ_NOTE_WORDING[note.code], language, note.parameters))
  const passedOver = ignored.length === 0 ? [] : [say(IGNORED_SHEETS, language, { sheets: ignored.join('、') })]
  return { name, bytes, format, given, sheets: found.value, notes: [...said, ...passedOver] }
}

/** The name of a sheet stands before its tables; a gap of empty rows parts a sheet in several. */
function sheetsOf({ format, blocks }: RawDocument): GivenSheet[] {
  const sheets: { name: string | null; rows: SheetRow[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'text') {
      sheets.push({ name: block.text, rows: [] })
      continue
    }
    if (sheets.length === 0) sheets.push({ name: format === 'csv' ? null : '', rows: [] })
    for (const row of rowsOf(block)) sheets.at(-1)?.rows.push(row)
  }
  return sheets
}

function rowsOf({ rows, columnsBefore = 0 }: RawTable): SheetRow[] {
  const before = Array.from({ length: columnsBefore }, () => ({ text: '', isCovered: false }))
  return rows.map(({ line, cells }, index) => ({
    line: line ?? index + 1,
    cells: [...before, ...cells.map(({ text, merged }) => ({ text, isCovered: merged !== null }))],
  }))
}
