import { CFB } from '@e965/xlsx'
import { CellBudget } from '../dense-table.ts'
import { parseWorkbook } from '../excel/workbook.ts'
import type { RawDocument } from '../raw-document.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { readDoc } from './doc-document.ts'

/** The compound file of Office before 2007; also the envelope of encrypted .docx and .xlsx. */
export type OleStreams = ReadonlyMap<string, Uint8Array>

export async function readOleDocument({ bytes, limits, name }: ReadTask): Promise<RawDocument> {
  const streams = oleStreams(bytes)
  const budget = new CellBudget(limits)
  if (streams.has('EncryptedPackage')) return refuseReading('encrypted')
  if (streams.has('WordDocument')) return readDoc(streams, { limits, budget })
  if (streams.has('Workbook') || streams.has('Book')) return parseWorkbook(bytes, { limits, budget })
  if (streams.has('PowerPoint Document')) return refuseReading('kind-unsupported', { kind: 'PPT' })
  return refuseReading('unknown-format', { name })
}

/** Streams of the root storage by name; what is embedded in deeper storages belongs to other documents. */
function oleStreams(bytes: Uint8Array): OleStreams {
  const container = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' }) as {
    readonly FullPaths: readonly string[]
    readonly FileIndex: readonly { readonly type: number; readonly content?: Uint8Array }[]
  }
  const streams = container.FullPaths.flatMap((path, index): [string, Uint8Array][] => {
    const content = container.FileIndex[index]?.content
    const [, name, deeper] = path.split('/')
    return content && name && deeper === undefined ? [[name, new Uint8Array(content)]] : []
  })
  return new Map(streams)
}
