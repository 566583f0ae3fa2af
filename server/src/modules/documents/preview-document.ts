import type { DocumentId, DocumentPreview, PreviewBlock } from '@shiji/contract/documents'
import type { RawBlock, RawDocument } from '@shiji/forms/read/raw-document'
import { READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, requireSignedIn } from '#platform/context'
import { pictureTypeOf } from './picture-type.ts'
import { readAsDocument } from './read-as-document.ts'
import { openDocument } from './read-document.ts'

type Preview = z.infer<typeof DocumentPreview>
type Block = z.infer<typeof PreviewBlock>

/** Enough to know a file by; a longer one says that it is cut. */
const MOST_LINES = 400
const MOST_COLUMNS = 30

/** What a file is goes by its bytes, never by its name. */
export async function previewDocument(context: Context, { id }: { id: DocumentId }): Promise<Preview> {
  requireSignedIn(context)
  const { name, bytes } = await openDocument(context, id)
  const mediaType = pictureTypeOf(bytes)
  if (mediaType !== null) return { kind: 'picture', name, mediaType }
  const reading = await readAsDocument({ name, bytes })
  if (reading.ok) return { kind: 'text', name, ...cut(reading.value) }
  const { code, parameters } = reading.problem
  return { kind: 'none', name, sentence: say(READ_PROBLEM_WORDING[code], context.language, parameters) }
}

function cut({ blocks }: RawDocument): { blocks: Block[]; isCut: boolean } {
  const shown: Block[] = []
  let left = MOST_LINES
  for (const block of blocks) {
    if (left <= 0) return { blocks: shown, isCut: true }
    const lines = block.kind === 'text' ? 1 : block.rows.length
    shown.push(toPreview(block, left))
    left -= lines
  }
  return { blocks: shown, isCut: left < 0 }
}

function toPreview(block: RawBlock, most: number): Block {
  if (block.kind === 'text') return { kind: 'text', text: block.text }
  const rows = block.rows.slice(0, most).map(({ cells }) => cells.slice(0, MOST_COLUMNS).map(({ text }) => text))
  return { kind: 'table', rows }
}
