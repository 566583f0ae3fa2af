import { type Dispatch, useEffect, useReducer } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { changeDesk, type DeskAction, type FormDesk, hasEditsToSend, type KeptEdits, openDesk } from './form-desk.ts'
import { keepEdits } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'

/** Long enough for a word, short enough that nobody looks for a button to save. */
const SAVE_AFTER_MS = 700
const TRY_AGAIN_AFTER_MS = 5_000

/** Edits a form with saving behind the scenes: kept in this browser at once, sent after a pause, sent again when offline. */
export function useFormDesk(form: OpenedForm, kept: KeptEdits | null): [FormDesk, Dispatch<DeskAction>] {
  const [desk, change] = useReducer(changeDesk, null, () => openDesk(form, kept))
  const { edits, saving } = desk
  const { id, version } = desk.form

  useEffect(() => {
    keepEdits(id, version, [...edits.sent, ...edits.waiting])
  }, [id, version, edits])

  const hasWork = hasEditsToSend(desk)
  useEffect(() => {
    if (!hasWork || edits.waiting.length === 0) return
    const timer = setTimeout(() => change({ kind: 'sending' }), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [hasWork, edits.waiting])

  const { sent } = edits
  useEffect(() => {
    if (sent.length > 0) void send({ id, version, sent }, change)
  }, [id, version, sent])

  const isOffline = saving.kind === 'offline'
  useEffect(() => {
    if (!isOffline) return
    const again = () => change({ kind: 'again' })
    const timer = setInterval(again, TRY_AGAIN_AFTER_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [isOffline])

  return [desk, change]
}

type Sent = Pick<OpenedForm, 'id' | 'version'> & { readonly sent: FormDesk['edits']['sent'] }

async function send({ id, version, sent }: Sent, change: Dispatch<DeskAction>): Promise<void> {
  try {
    const { conflicts, ...form } = await api.performance.editCells({ id, version, edits: [...sent] })
    queryClient.setQueryData(queries.performance.openForm.queryKey({ input: { id } }), form)
    change({ kind: 'saved', form, conflicts })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    change({ kind: 'failed', problem: error })
  }
}
