import { makeId } from '../../../desk/src/kit/make-id.ts'
import type { WorkTold } from '../outbox/entry.ts'
import { addEntry, saveEntry } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { getSession } from '../session/session.ts'
import type { WorkEntry } from './use-work.ts'
import { dropWorkDraft } from './work-draft.ts'

type Of = { readonly ticketId: string; readonly title: string; readonly refused: WorkEntry | undefined }

/** Keeps what was done on the phone, and begins to send it; what was refused before is told anew in its place. */
export async function keepWork(told: WorkTold, { ticketId, title, refused }: Of): Promise<void> {
  const owner = getSession().me?.person.id
  if (owner === undefined) return
  const at = new Date().toISOString()
  const keys = { linesKey: makeId(), signatureKey: makeId(), recordedVersion: null }
  const work = { kind: 'work', ticketId, title, told, ...keys } as const
  if (refused === undefined) await addEntry(work, { owner, at })
  else await saveEntry({ ...refused, ...work, at, refused: null })
  dropWorkDraft()
  void sendOutbox()
}
