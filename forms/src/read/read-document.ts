import { fail, ok, type Result } from '@shiji/kernel/result'
import { CellBudget } from './dense-table.ts'
import { readCsv } from './excel/csv-text.ts'
import type { RawBlock, RawDocument, SourceFormat } from './raw-document.ts'
import { readInThread } from './read-in-thread.ts'
import { READ_LIMITS, type ReadLimits } from './read-limits.ts'
import { type ReadProblem, ReadRefusal, refuseReading } from './read-problem.ts'
import { extensionOf, sniffFormat } from './sniff-format.ts'
import { decodeText } from './text/decode-text.ts'
import { readTabText } from './text/tab-text.ts'

export type ReadOptions = {
  /** The file's name; it only helps where the content leaves a choice (csv or text) and to notice a wrong extension. */
  readonly name: string
  readonly limits?: Partial<ReadLimits>
  readonly signal?: AbortSignal
}

type Answer = Result<RawDocument, ReadProblem>

const MEGABYTE = 1_048_576

/**
 * Reads an official form from a file of any usual format, by its content. Never throws on a file, however hostile:
 * every outcome is a document or a problem that says what is wrong and what to do.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Answer> {
  const limits = { ...READ_LIMITS, ...options.limits }
  if (options.signal?.aborted) return fail({ code: 'reading-cancelled', parameters: {} })
  if (bytes.length === 0) return fail({ code: 'empty-file', parameters: {} })
  if (bytes.length > limits.fileBytes) return fail(fileTooLarge(bytes, limits))

  const answer = await readSniffed(bytes, limits, options)
  if (!answer.ok) return answer
  if (answer.value.blocks.length === 0) return fail({ code: 'nothing-inside', parameters: {} })
  return ok({ ...answer.value, notes: [...answer.value.notes, ...extensionNotes(answer.value.format, options.name)] })
}

async function readSniffed(bytes: Uint8Array, limits: ReadLimits, options: ReadOptions): Promise<Answer> {
  const { name, signal } = options
  const sniffed = sniffFormat(bytes, name)
  switch (sniffed.kind) {
    case 'refused':
      return fail({ code: sniffed.code, parameters: sniffed.parameters })
    case 'text':
      return readPlain('text', limits, (budget) => readTabText(textOf(bytes, limits), budget))
    case 'csv':
      return readPlain('csv', limits, (budget) => readCsv(textOf(bytes, limits), budget))
    case 'zip':
    case 'ole':
    case 'pdf':
    case 'html':
    case 'mht':
    case 'rtf':
    case 'word-xml':
    case 'flat-odt':
    case 'spreadsheet-xml':
      return readInThread({ kind: sniffed.kind, bytes: new Uint8Array(bytes), name, limits }, signal)
  }
}

/** Text needs no thread: its readers go over the characters once. */
function readPlain(format: SourceFormat, limits: ReadLimits, read: (budget: CellBudget) => RawBlock[]): Answer {
  try {
    return ok({ format, blocks: read(new CellBudget(limits)), notes: [] })
  } catch (cause) {
    if (cause instanceof ReadRefusal) return fail(cause.problem)
    throw cause
  }
}

function textOf(bytes: Uint8Array, limits: ReadLimits): string {
  const text = decodeText(bytes)
  if (text.length <= limits.characters) return text
  return refuseReading('too-much-text', { limit: limits.characters })
}

function fileTooLarge(bytes: Uint8Array, limits: ReadLimits): ReadProblem {
  return {
    code: 'file-too-large',
    parameters: {
      megabytes: Math.ceil(bytes.length / MEGABYTE),
      limit: Math.floor(limits.fileBytes / MEGABYTE),
    },
  }
}

const EXTENSIONS: Readonly<Record<SourceFormat, readonly string[]>> = {
  text: ['txt', 'tsv', 'text', 'prn'],
  html: ['html', 'htm'],
  mht: ['mht', 'mhtml', 'doc', 'xls'],
  'word-xml': ['xml', 'doc', 'wps'],
  rtf: ['rtf', 'doc', 'wps'],
  odt: ['odt', 'ott', 'fodt'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot', 'wps', 'wpt'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb', 'ods', 'et'],
  xls: ['xls', 'xlt', 'et', 'xml', 'fods'],
  csv: ['csv'],
  pdf: ['pdf'],
}

function extensionNotes(format: SourceFormat, name: string): RawDocument['notes'] {
  const extension = extensionOf(name)
  if (extension === '' || EXTENSIONS[format].includes(extension)) return []
  return [{ code: 'extension-differs', parameters: { extension, format } }]
}
