import { readDocument } from '@shiji/forms/read/read-document'
import { makeGate } from '#platform/gate'

/** A reader takes a thread and its memory, so few read at once. */
const readingGate = makeGate({ atOnce: 2, waiting: 20, seconds: 10 })

/** The texts and tables of a file that was brought, or why it cannot be read. */
export function readAsDocument({ name, bytes }: { name: string; bytes: Uint8Array }): ReturnType<typeof readDocument> {
  return readingGate(() => readDocument(bytes, { name }))
}
