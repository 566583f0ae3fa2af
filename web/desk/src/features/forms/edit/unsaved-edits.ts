import { applyEdits, type CellEdit, type EditConflict } from '@shiji/kernel/form/apply-edits'
import { compareContents } from '@shiji/kernel/form/compare-contents'
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
  readonly inView: FormContent
}

export function startEditing(base: FormContent): UnsavedEdits {
  return { base, sent: [], waiting: [], inView: base }
}

/** Edits that this browser kept, made on this very content. */
export function resumeEditing(
  base: FormContent,
  { sent, waiting }: Pick<UnsavedEdits, 'sent' | 'waiting'>,
): UnsavedEdits {
  return { base, sent, waiting, inView: applied(base, [...sent, ...waiting]).content }
}

/** What waits, counted in the rows of today, and the places where somebody else was faster. */
export type Rebased = { readonly edits: UnsavedEdits; readonly conflicts: readonly EditConflict[] }

/** What the step really changes: texts as the cells keep them, nothing where nothing fits or changes. */
export function addEdits(edits: UnsavedEdits, step: EditStep): { edits: UnsavedEdits; changed: EditStep } {
  const { content, changed } = applied(edits.inView, step)
  return { edits: { ...edits, waiting: changed.reduce(withEdit, edits.waiting), inView: content }, changed }
}

/** The server takes so many edits at once; the rest goes with the next call. */
export const MOST_EDITS_SENT = 1_000

export function sendWaiting(edits: UnsavedEdits): UnsavedEdits {
  const sent = edits.waiting.slice(0, MOST_EDITS_SENT)
  return { ...edits, sent, waiting: edits.waiting.slice(MOST_EDITS_SENT) }
}

/** The server took what was sent; its content holds that and what others wrote meanwhile. */
export function acknowledge({ base, sent, waiting }: UnsavedEdits, saved: FormContent): Rebased {
  return rebase(waiting, applied(base, sent).content, saved)
}

/** The call did not arrive: what was sent waits again, before what was typed since. */
export function waitAgain(edits: UnsavedEdits): UnsavedEdits {
  return { ...edits, sent: [], waiting: edits.waiting.reduce(withEdit, edits.sent) }
}

export function areAllSaved({ sent, waiting }: UnsavedEdits): boolean {
  return sent.length === 0 && waiting.length === 0
}

/** Typing in one place again and again is one edit, as long as no row came or went in between. */
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

const ON_THE_DESK = { isKnown: () => true, since: [] }

/** Moves edits made on one content over to another: rows that came or went are counted in. */
function rebase(waiting: EditStep, from: FormContent, to: FormContent): Rebased {
  let [moved, conflicts]: [readonly CellEdit[], readonly EditConflict[]] = [[], []]
  let inView = to
  const since = waiting.length === 0 ? [] : compareContents(from, to)
  const outcome = applyEdits(to, waiting, { ...ON_THE_DESK, since })
  if (outcome.ok) {
    moved = outcome.value.applied
    conflicts = outcome.value.conflicts
    inView = outcome.value.content
  }
  return { edits: { base: to, sent: [], waiting: moved, inView }, conflicts }
}

function applied(content: FormContent, step: EditStep): { content: FormContent; changed: CellEdit[] } {
  let now = content
  const changed: CellEdit[] = []
  for (const edit of step) {
    const outcome = applyEdits(now, [edit], ON_THE_DESK)
    if (!outcome.ok) continue
    now = outcome.value.content
    changed.push(...outcome.value.applied)
  }
  return { content: now, changed }
}
