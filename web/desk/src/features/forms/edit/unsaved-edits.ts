import { type CellEdit, cellTextAt, editContent } from '@shiji/kernel/form/edit-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { EditStep } from './edit-history.ts'

/**
 * A form on the desk: what the server last said it holds, the edits on their way there, and those still waiting.
 * What the person sees is the base with both lists applied, so nothing typed ever disappears while it travels.
 */
export type UnsavedEdits = {
  readonly base: FormContent
  readonly sent: readonly CellEdit[]
  readonly waiting: readonly CellEdit[]
}

export function startEditing(base: FormContent): UnsavedEdits {
  return { base, sent: [], waiting: [] }
}

/** Two people may have edited meanwhile: an edit whose place moved away is left out here, and the server reports it. */
export function contentInView({ base, sent, waiting }: UnsavedEdits): FormContent {
  return [...sent, ...waiting].reduce((content, edit) => {
    const edited = editContent(content, edit)
    return edited.ok ? edited.value : content
  }, base)
}

export function addEdits(edits: UnsavedEdits, step: EditStep): UnsavedEdits {
  return { ...edits, waiting: step.reduce(withEdit, edits.waiting) }
}

/** Typing in one place again and again is one edit, as long as no row was added or removed in between. */
function withEdit(waiting: readonly CellEdit[], edit: CellEdit): readonly CellEdit[] {
  const since = waiting.findLastIndex(isRowEdit) + 1
  const earlier = isRowEdit(edit) ? -1 : waiting.findIndex((it, at) => at >= since && it.where === edit.where)
  const known = waiting[earlier]
  if (known === undefined) return [...waiting, edit]
  return known.was === edit.now
    ? waiting.toSpliced(earlier, 1)
    : waiting.with(earlier, { where: edit.where, was: known.was, now: edit.now })
}

function isRowEdit({ where }: CellEdit): boolean {
  return where.endsWith(']')
}

/** The server takes so many edits at once; the rest goes with the next call. */
export const MOST_EDITS_SENT = 1_000

export function sendWaiting(edits: UnsavedEdits): UnsavedEdits {
  const waiting = edits.waiting.slice(MOST_EDITS_SENT)
  return { ...edits, sent: edits.waiting.slice(0, MOST_EDITS_SENT), waiting }
}

/** The server took what was sent; its content holds it, or what somebody else wrote there. */
export function acknowledge(edits: UnsavedEdits, base: FormContent): UnsavedEdits {
  return { base, sent: [], waiting: edits.waiting }
}

/** The call did not arrive: what was sent waits again, before what was typed since. */
export function takeBack({ base, sent, waiting }: UnsavedEdits): UnsavedEdits {
  return { base, sent: [], waiting: waiting.reduce(withEdit, sent) }
}

export function areAllSaved({ sent, waiting }: UnsavedEdits): boolean {
  return sent.length === 0 && waiting.length === 0
}

/**
 * Edits kept by this browser meet the form as it is today: what the server already has is dropped, the rest waits
 * again, and the server decides about places that changed.
 */
export function resumeEditing(base: FormContent, kept: readonly CellEdit[]): UnsavedEdits {
  const open = kept.filter((edit) => isRowEdit(edit) || cellTextAt(base, edit.where) !== edit.now)
  return { base, sent: [], waiting: open }
}
