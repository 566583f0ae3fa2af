import { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { readDocx } from '../word/docx-document.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

type Package = 'word' | 'workbook' | 'open-document' | 'presentation' | 'ofd' | 'other'

/** A zip is what its parts make it. */
export async function readZipDocument({ bytes, limits, name }: ReadTask): Promise<RawDocument> {
  const zip = await openZip(bytes, limits)
  switch (packageOf(zip)) {
    case 'word':
      return readDocx(zip, { limits, budget: new CellBudget(limits) })
    case 'workbook':
      return (await import('../excel/workbook-package.ts')).readWorkbookPackage(zip, limits)
    case 'open-document':
      return readOpenDocument(zip, limits)
    case 'presentation':
      return refuseReading('kind-unsupported', { kind: 'PPT' })
    case 'ofd':
      return refuseReading('ofd-unsupported')
    case 'other':
      return refuseReading('kind-unsupported', { kind: name.toLowerCase().endsWith('.zip') ? 'ZIP' : name })
  }
}

function packageOf({ names }: ZipArchive): Package {
  if (names.has('OFD.xml')) return 'ofd'
  if (names.has('word/document.xml')) return 'word'
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'workbook'
  if (names.has('mimetype') && names.has('content.xml')) return 'open-document'
  const folders = new Set(Array.from(names, (name) => name.split('/')[0]))
  if (folders.has('word')) return 'word'
  return folders.has('ppt') ? 'presentation' : 'other'
}

async function readOpenDocument(zip: ZipArchive, limits: ReadTask['limits']): Promise<RawDocument> {
  const mimetype = new TextDecoder().decode(await zip.read('mimetype'))
  if (/opendocument\.text/.test(mimetype)) return (await import('../word/odt-document.ts')).readOdt(zip, limits)
  if (!mimetype.includes('spreadsheet')) return refuseReading('kind-unsupported', { kind: 'OpenDocument' })
  return (await import('../excel/workbook-package.ts')).readWorkbookPackage(zip, limits)
}
