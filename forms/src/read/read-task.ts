import type { RawDocument } from './raw-document.ts'
import type { ReadLimits } from './read-limits.ts'

export type ThreadedKind = 'zip' | 'ole' | 'pdf' | 'html' | 'mht' | 'rtf' | 'word-xml' | 'flat-odt' | 'spreadsheet-xml'

/** One file for a reader that runs in a thread of its own. */
export type ReadTask = {
  readonly kind: ThreadedKind
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly limits: ReadLimits
}

/** What the thread says first: its reader is loaded and begins with the file. */
export const READER_LOADED = 'reader-loaded'

/** Reads the file or throws: a `ReadRefusal` says why, any other error means the file is damaged. */
export type TaskReader = (task: ReadTask) => Promise<RawDocument>
