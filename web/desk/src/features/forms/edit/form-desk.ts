import type { EditConflict } from '@shiji/kernel/form/apply-edits'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { doAgain, type EditHistory, type EditStep, NO_HISTORY, remember, type Taken, takeBack } from './edit-history.ts'
import type { Kept } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'
import {
  acknowledge,
  addEdits,
  areAllSaved,
  resumeEditing,
  sendWaiting,
  startEditing,
  type UnsavedEdits,
  waitAgain,
} from './unsaved-edits.ts'

/** One form being edited: what the server said last, what is unsaved, what can be undone, and how saving goes. */
export type FormDesk = {
  readonly form: OpenedForm
  readonly edits: UnsavedEdits
  /** Under which key the sent edits travel, so that they happen once however often they are sent. */
  readonly key: string | null
  readonly history: EditHistory
  readonly conflicts: readonly EditConflict[]
  readonly saving: Saving
}

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** The server is away or busy: the edits wait in this browser and go out by themselves. */
  | { readonly kind: 'offline' }
  /** The server will not take them as they are: a person has to decide. */
  | { readonly kind: 'refused'; readonly problem: ProblemError }

export type DeskAction =
  | { readonly kind: 'did'; readonly step: EditStep }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'sending'; readonly key: string }
  | { readonly kind: 'saved'; readonly form: OpenedForm; readonly conflicts: readonly EditConflict[] }
  | { readonly kind: 'failed'; readonly problem: ProblemError }
  | { readonly kind: 'again' }
  /** Throws away what the server refused and shows what it holds. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'settled'; readonly where: string }

const IDLE: Saving = { kind: 'idle' }

/** `kept` was made on this very version of the form. */
export function openDesk(form: OpenedForm, kept: Kept | null): FormDesk {
  const edits = kept === null ? startEditing(form.content) : resumeEditing(form.content, kept)
  const saving: Saving = edits.sent.length > 0 ? { kind: 'sending' } : IDLE
  return { form, edits, key: kept?.key ?? null, history: NO_HISTORY, conflicts: [], saving }
}

export function changeDesk(desk: FormDesk, action: DeskAction): FormDesk {
  switch (action.kind) {
    case 'did':
      return withStep(desk, action.step)
    case 'undo':
      return withTaken(desk, takeBack(desk.history))
    case 'redo':
      return withTaken(desk, doAgain(desk.history))
    case 'sending':
      return { ...desk, edits: sendWaiting(desk.edits), key: action.key, saving: { kind: 'sending' } }
    case 'saved': {
      const { edits, conflicts } = acknowledge(desk.edits, action.form.content)
      const told = [...desk.conflicts, ...action.conflicts, ...conflicts]
      return { ...desk, form: action.form, edits, key: null, conflicts: told, saving: IDLE }
    }
    case 'failed':
      return withFailure(desk, action.problem)
    case 'again':
      return { ...desk, saving: desk.edits.sent.length > 0 ? { kind: 'sending' } : IDLE }
    case 'dropped':
      return { ...openDesk(desk.form, null), conflicts: desk.conflicts }
    case 'settled':
      return { ...desk, conflicts: desk.conflicts.filter(({ where }) => where !== action.where) }
  }
}

/** Edits that may go out now. */
export function hasEditsToSend({ edits, saving }: FormDesk): boolean {
  return saving.kind === 'idle' && edits.sent.length === 0 && edits.waiting.length > 0
}

export function isSaved({ edits }: FormDesk): boolean {
  return areAllSaved(edits)
}

function withStep(desk: FormDesk, step: EditStep): FormDesk {
  const { edits, changed } = addEdits(desk.edits, step)
  if (changed.length === 0) return desk
  return { ...desk, edits, history: remember(desk.history, changed), saving: decidedAnew(desk.saving) }
}

function withTaken(desk: FormDesk, taken: Taken | null): FormDesk {
  if (taken === null) return desk
  const { edits } = addEdits(desk.edits, taken.step)
  return { ...desk, edits, history: taken.history, saving: decidedAnew(desk.saving) }
}

/** After a refusal the next change is another try. */
function decidedAnew(saving: Saving): Saving {
  return saving.kind === 'refused' ? IDLE : saving
}

/** What is over by itself or soon mended by others. Under its key, the same edit is made once, however often it is sent. */
const PASSES: readonly ProblemError['code'][] = [
  'unreachable',
  'overloaded',
  'disk-full',
  'outcome-unknown',
  'unexpected',
]

/** What did not arrive goes out again as it was; what was refused waits to be changed. */
function withFailure(desk: FormDesk, problem: ProblemError): FormDesk {
  if (PASSES.includes(problem.code)) return { ...desk, saving: { kind: 'offline' } }
  return { ...desk, edits: waitAgain(desk.edits), key: null, saving: { kind: 'refused', problem } }
}
