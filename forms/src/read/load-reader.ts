import type { TaskReader, ThreadedKind } from './read-task.ts'

/** Only the reader that is needed is loaded; the libraries are large. */
export async function loadReader(kind: ThreadedKind): Promise<TaskReader> {
  switch (kind) {
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
