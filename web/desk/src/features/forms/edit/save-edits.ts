import type { EditConflict } from '@shiji/kernel/form/apply-edits'
import { api, queries } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { EditStep } from './edit-history.ts'
import type { FormDesk } from './form-desk.ts'
import { keepEdits } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'

export type Batch = Pick<OpenedForm, 'id' | 'version'> & { readonly edits: EditStep; readonly key: string }
export type Arrived = { readonly form: OpenedForm; readonly conflicts: readonly EditConflict[] }

/** Sends edits made on a version; every open page of the form then shows what the server holds. */
export async function saveEdits({ id, version, edits, key }: Batch): Promise<Arrived> {
  const call = { id, version, edits: [...edits] }
  const { conflicts, ...form } = await api.performance.editCells(call, { context: { idempotencyKey: key } })
  queryClient.setQueryData(queries.performance.openForm.queryKey({ input: { id } }), form)
  void queryClient.invalidateQueries({ queryKey: queries.performance.listProjects.key() })
  return { form, conflicts }
}

const KEY_BYTES = 16

export function newKey(): string {
  // randomUUID is missing on an intranet page without https.
  return Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16)).join('-')
}

const leaving = new Map<string, Promise<void>>()

/** Saving that goes on after the editor was left; the editor waits for it before it opens again. */
export function findLeaving(place: string): Promise<void> | undefined {
  return leaving.get(place)
}

/** Leaving the editor saves at once; what does not arrive, or meets another's words, waits here for the next visit. */
export function leaveDesk(place: string, desk: FormDesk, onItsWay: Promise<Arrived | null>): void {
  const saving = saveRest(place, desk, onItsWay).finally(() => leaving.delete(place))
  leaving.set(place, saving)
}

async function saveRest(place: string, desk: FormDesk, onItsWay: Promise<Arrived | null>): Promise<void> {
  const { form, edits } = desk
  if (edits.sent.length + edits.waiting.length === 0) return
  const first = edits.sent.length === 0 ? { form, conflicts: [] } : await onItsWay
  if (first === null) return
  const { id, version } = first.form
  const unsettled = metBy(edits.sent, first.conflicts)
  if (edits.waiting.length === 0) return keepEdits(place, { version, key: null, sent: [], waiting: unsettled })

  const key = newKey()
  keepEdits(place, { version, key, sent: edits.waiting, waiting: unsettled })
  try {
    const last = await saveEdits({ id, version, edits: edits.waiting, key })
    const waiting = [...unsettled, ...metBy(edits.waiting, last.conflicts)]
    keepEdits(place, { version: last.form.version, key: null, sent: [], waiting })
  } catch (error) {
    // Kept in this browser and sent when the form is opened again.
    if (!(error instanceof ProblemError)) throw error
  }
}

function metBy(edits: EditStep, conflicts: readonly EditConflict[]): EditStep {
  const places = new Set(conflicts.map(({ where }) => where))
  return edits.filter(({ where }) => places.has(where))
}
