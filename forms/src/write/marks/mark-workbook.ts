import { zipSync } from 'fflate'
import { READ_LIMITS } from '../../read/read-limits.ts'
import { ReadRefusal } from '../../read/read-problem.ts'
import { openZip } from '../../read/zip/zip-archive.ts'
import { markCells, type SheetMarks } from './mark-cells.ts'
import { markedStyles } from './mark-styles.ts'
import { sheetParts } from './workbook-parts.ts'

const STYLES = 'xl/styles.xml'

/**
 * The same .xlsx file with wrong cells marked and the reasons beside them. Only the sheets concerned and the list of
 * styles are written anew; null when the file is no usual .xlsx.
 */
export async function markWorkbook(bytes: Uint8Array, sheets: readonly SheetMarks[]): Promise<Uint8Array | null> {
  const parts = await partsOf(bytes)
  if (parts === null) return null
  const text = (part: string) => (parts[part] === undefined ? null : new TextDecoder().decode(parts[part]))
  const [places, styles] = [sheetParts(text), markedStyles(text(STYLES) ?? '')]
  if (places === null || styles === null) return null

  for (const marks of sheets) {
    const part = places.get(marks.sheet)
    const sheet = part === undefined ? null : text(part)
    if (part === undefined || sheet === null) return null
    parts[part] = new TextEncoder().encode(markCells(sheet, marks, styles.markedTwin))
  }
  parts[STYLES] = new TextEncoder().encode(styles.written())
  return zipSync(parts, { level: 6 })
}

async function partsOf(bytes: Uint8Array): Promise<Record<string, Uint8Array> | null> {
  try {
    const zip = await openZip(bytes, READ_LIMITS)
    const parts: Record<string, Uint8Array> = {}
    for (const name of zip.names) if (!name.endsWith('/')) parts[name] = await zip.read(name)
    return parts
  } catch (error) {
    if (error instanceof ReadRefusal) return null
    throw error
  }
}
