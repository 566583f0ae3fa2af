import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { api, queries } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { EditStep } from './edit-history.ts'
import { keepEdits } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'

type Batch = Pick<OpenedForm, 'id' | 'version'> & { readonly edits: EditStep }

/** Sends edits made on a version; every open page of the form then shows what the server holds. */
export async function saveEdits({ id, version, edits }: Batch) {
  const reply = await api.performance.editCells({ id, version, edits: [...edits] })
  const { conflicts: _told, ...form } = reply
  queryClient.setQueryData(queries.performance.openForm.queryKey({ input: { id } }), form)
  void queryClient.invalidateQueries({ queryKey: queries.performance.listProjects.key() })
  return reply
}

/** Leaving the editor saves at once; what does not arrive, or meets another's words, waits here for the next visit. */
export async function saveOnLeaving(place: string, { id, version }: OpenedForm, waiting: EditStep): Promise<void> {
  if (waiting.length === 0) return
  try {
    const { conflicts, version: saved } = await saveEdits({ id, version, edits: waiting })
    const met = new Set(conflicts.map(({ where }) => where))
    const left: readonly CellEdit[] = waiting.filter(({ where }) => met.has(where))
    keepEdits(place, saved, left)
  } catch (error) {
    // Kept in this browser and sent when the form is opened again.
    if (!(error instanceof ProblemError)) throw error
  }
}
