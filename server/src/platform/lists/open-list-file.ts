import { MOST_LIST_BYTES } from '@shiji/contract/lists'
import type { RawDocument, RawTable } from '@shiji/forms/read/raw-document'
import { readDocument } from '@shiji/forms/read/read-document'
import { READ_NOTE_WORDING, READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import type { GivenSheet, SheetRow } from '@shiji/kernel/list-import/list-sheet'
import { type Language, say } from '@shiji/kernel/wording'
import { makeGate } from '../gate.ts'
import { refuse } from '../refusal.ts'

/** A reader takes a thread and its memory, so few read at once. */
const readingGate = makeGate({ atOnce: 2, waiting: 20, seconds: 10 })

const MEGABYTE = 2 ** 20
const LIMITS = { fileBytes: MOST_LIST_BYTES, milliseconds: 8_000 }
const NEITHER = {
  zh: '名单只能是 .xlsx 或 .csv 文件。没有导入任何内容。请用 WPS 或 Excel 另存为其中一种，再上传。',
  en: 'A list is an .xlsx or .csv file. Nothing was imported. Save it as one of these in WPS or Excel and bring it again.',
}

/** A list of the office as its file has it. */
export type OpenedList = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: 'xlsx' | 'csv'
  /** The file row by row, as it is. */
  readonly given: readonly GivenSheet[]
  /** What the reader met on the way. */
  readonly notes: readonly string[]
}

/** Formulas are not evaluated: what the file last showed counts. */
export async function openListFile(file: File, language: Language): Promise<OpenedList> {
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
  const said = notes.map((note) => say(READ_NOTE_WORDING[note.code], language, note.parameters))
  return { name, bytes, format, given: sheetsOf(reading.value), notes: said }
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
