import { parentPort, workerData } from 'node:worker_threads'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { RawDocument } from './raw-document.ts'
import { type ReadProblem, ReadRefusal } from './read-problem.ts'
import { READER_LOADED, type ReadTask, type TaskReader } from './read-task.ts'

const task = workerData as ReadTask
const damaged: ReadProblem = { code: 'damaged', parameters: { part: task.kind } }

/** Only the reader that is needed is loaded; the libraries are large. */
async function loadReader(): Promise<TaskReader> {
  switch (task.kind) {
    case 'zip':
      return (await import('./zip/zip-document.ts')).readZipDocument
    case 'ole':
      return (await import('./word/ole-document.ts')).readOleDocument
    case 'pdf':
      return (await import('./pdf/pdf-document.ts')).readPdf
    case 'html':
      return (await import('./web/html-document.ts')).readHtmlFile
    case 'mht':
      return (await import('./web/mht-document.ts')).readMht
    case 'rtf':
      return (await import('./word/rtf-document.ts')).readRtf
    case 'word-xml':
      return (await import('./word/word-xml.ts')).readWordXml
    case 'flat-odt':
      return (await import('./word/odt-document.ts')).readFlatOdt
    case 'spreadsheet-xml':
      return (await import('./excel/workbook.ts')).readSpreadsheetXml
  }
}

/** Parsers throw all kinds of errors on broken files, so any error but a refusal means that the file is damaged. */
async function readWith(read: TaskReader): Promise<Result<RawDocument, ReadProblem>> {
  try {
    return ok(await read(task))
  } catch (cause) {
    return fail(cause instanceof ReadRefusal ? cause.problem : damaged)
  }
}

const read = await loadReader()
parentPort?.postMessage(READER_LOADED)
process.once('uncaughtException', () => parentPort?.postMessage(fail(damaged)))
parentPort?.postMessage(await readWith(read))
