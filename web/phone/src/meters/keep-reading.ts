import { addEntry } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { getSession } from '../session/session.ts'
import { dropReadingDraft, type ReadingDraft } from './reading-draft.ts'
import type { Meter } from './use-meters.ts'

/** Keeps the reading with its picture as one entry, so that it arrives whole or waits; then it is sent. */
export async function keepReading(draft: ReadingDraft, meter: Meter, file: File | undefined): Promise<void> {
  const owner = getSession().me?.person.id
  if (owner === undefined) return
  const { id, value, note } = draft
  const of = meter.kind === 'counted' ? draft.of : null
  const photo = file === undefined ? null : { photo: file, name: file.name, uploadId: null, documentId: null }
  const title = `${meter.name} · ${value}${of === null ? '' : ` / ${of}`} ${meter.unitWord}`.trim()
  const reading = { id, meterId: meter.id, value, of, note: note.trim() }
  await addEntry({ kind: 'reading', title, reading, photo }, { owner, at: new Date().toISOString() })
  dropReadingDraft()
  void sendOutbox()
}
