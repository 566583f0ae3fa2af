import { type Dispatch, useEffect, useReducer, useRef } from 'react'
import { ProblemError } from '#desk/api/problem-error.ts'
import { changeDesk, type DeskAction, type FormDesk, hasEditsToSend, openDesk } from './form-desk.ts'
import { type Kept, keepEdits } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'
import { type Arrived, type Batch, leaveDesk, newKey, saveEdits } from './save-edits.ts'

/** Long enough for a word, short enough that nobody looks for a button to save. */
const SAVE_AFTER_MS = 700
const TRY_AGAIN_AFTER_MS = 5_000

export type Opened = { readonly form: OpenedForm; readonly kept: Kept | null; readonly place: string }

/** Edits a form with saving behind the scenes: kept in this browser at once, sent after a pause, sent again when offline. */
export function useFormDesk({ form, kept, place }: Opened): [FormDesk, Dispatch<DeskAction>] {
  const [desk, change] = useReducer(changeDesk, null, () => openDesk(form, kept))
  const { edits, key, saving } = desk
  const { id, version } = desk.form

  useEffect(() => {
    keepEdits(place, { version, key, sent: edits.sent, waiting: edits.waiting })
  }, [place, version, key, edits])

  const hasWork = hasEditsToSend(desk)
  useEffect(() => {
    if (!hasWork || edits.waiting.length === 0) return
    const timer = setTimeout(() => change({ kind: 'sending', key: newKey() }), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [hasWork, edits.waiting])

  const onItsWay = useRef<Promise<Arrived | null>>(Promise.resolve(null))
  const isSending = saving.kind === 'sending'
  const { sent } = edits
  useEffect(() => {
    if (isSending && key !== null) onItsWay.current = send({ id, version, edits: sent, key }, change)
  }, [isSending, id, version, sent, key])

  useRetry(saving.kind === 'offline', change)
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  useEffect(() => () => leaveDesk(place, latest.current, onItsWay.current), [place])
  return [desk, change]
}

async function send(batch: Batch, change: Dispatch<DeskAction>): Promise<Arrived | null> {
  try {
    const arrived = await saveEdits(batch)
    change({ kind: 'saved', ...arrived })
    return arrived
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
