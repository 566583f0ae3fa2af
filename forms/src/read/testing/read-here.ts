import { CellBudget } from '../dense-table.ts'
import { loadReader } from '../load-reader.ts'
import type { RawDocument } from '../raw-document.ts'
import { READ_LIMITS } from '../read-limits.ts'
import { sniffFormat } from '../sniff-format.ts'
import { readTabText } from '../text/tab-text.ts'

/**
 * Reads a file that is known to be harmless without a thread of its own, whose start costs many times the reading: for
 * tests of what is understood of hundreds of files.
 */
export async function readHere(bytes: Uint8Array, name: string): Promise<RawDocument> {
  const limits = READ_LIMITS
  const { kind } = sniffFormat(bytes, name)
  if (kind === 'refused' || kind === 'csv') throw new Error(`${name} is read elsewhere: ${kind}`)
  if (kind === 'text') {
    const blocks = readTabText(new TextDecoder().decode(bytes), new CellBudget(limits))
    return { format: 'text', blocks, notes: [] }
  }
  const read = await loadReader(kind)
  return read({ kind, bytes: new Uint8Array(bytes), name, limits })
}
