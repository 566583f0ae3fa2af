import { BlockBuilder } from '../block-builder.ts'
import { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import type { ReadTask } from '../read-task.ts'
import { decodeText } from '../text/decode-text.ts'
import { insideOf, readXml } from '../zip/xml-events.ts'
import { WordContent } from './docx-content.ts'

/** Word's XML in one file: that of Word 2003, which many portals hand out as .doc, and the flat package after it. */
export async function readWordXml({ bytes, limits }: ReadTask): Promise<RawDocument> {
  const builder = new BlockBuilder(new CellBudget(limits), limits)
  const content = new WordContent(builder)
  await readXml(onePiece(bytes), { part: 'document', limits }, insideOf('body', content))
  return { format: 'word-xml', blocks: builder.finish(), notes: content.notes() }
}

export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(decodeText(bytes), 'utf-8')
}
