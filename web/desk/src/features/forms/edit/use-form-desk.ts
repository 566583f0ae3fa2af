import { type Dispatch, useEffect, useReducer, useRef } from 'react'
import { ProblemError } from '#desk/api/problem-error.ts'
import { useMe } from '#desk/shell/use-me.ts'
import { changeDesk, type DeskAction, type FormDesk, hasEditsToSend, type KeptEdits, openDesk } from './form-desk.ts'
import { keepEdits } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'
import { saveEdits, saveOnLeaving } from './save-edits.ts'

/** Long enough for a word, short enough that nobody looks for a button to save. */
const SAVE_AFTER_MS = 700
const TRY_AGAIN_AFTER_MS = 5_000

/** Edits a form with saving behind the scenes: kept in this browser at once, sent after a pause, sent again when offline. */
export function useFormDesk(form: OpenedForm, kept: KeptEdits | null): [FormDesk, Dispatch<DeskAction>] {
  const [desk, change] = useReducer(changeDesk, null, () => openDesk(form, kept))
  const { edits, saving } = desk
  const { id, version } = desk.form
  const place = usePlace(id)

  useEffect(() => {
    keepEdits(place, version, [...edits.sent, ...edits.waiting])
  }, [place, version, edits])

  const hasWork = hasEditsToSend(desk)
  useEffect(() => {
    if (!hasWork || edits.waiting.length === 0) return
    const timer = setTimeout(() => change({ kind: 'sending' }), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [hasWork, edits.waiting])

  const onItsWay = useRef<Promise<OpenedForm | null>>(Promise.resolve(null))
  const { sent } = edits
  useEffect(() => {
    if (sent.length > 0) onItsWay.current = send({ id, version, edits: sent }, change)
  }, [id, version, sent])

  useRetry(saving.kind === 'offline', change)
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  useEffect(() => {
    return () => {
      const { form: last, edits: unsaved } = latest.current
      void onItsWay.current.then((saved) => saveOnLeaving(place, saved ?? last, unsaved.waiting))
    }
  }, [place])
  return [desk, change]
}

/** Two people at one browser do not send each other's words. */
export function usePlace(formId: string): string {
  return `${useMe().person.id}-${formId}`
}

async function send(batch: Parameters<typeof saveEdits>[0], change: Dispatch<DeskAction>): Promise<OpenedForm | null> {
  try {
    const { conflicts, ...form } = await saveEdits(batch)
    change({ kind: 'saved', form, conflicts })
    return form
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    change({ kind: 'failed', problem: error })
    return null
  }
}

function useRetry(isOffline: boolean, change: Dispatch<DeskAction>): void {
  useEffect(() => {
    if (!isOffline) return
    const again = () => change({ kind: 'again' })
    const timer = setInterval(again, TRY_AGAIN_AFTER_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [isOffline, change])
}
