import { applyEdits, type CellEdit, type EditProblem } from '@shiji/kernel/form/apply-edits'
import { knownCells } from '@shiji/kernel/form/known-cells'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { isClosed } from './evaluation/self-evaluation-store.ts'
import { listEditsSince, lockForm, saveNextVersion } from './form-store.ts'
import { requireYear } from './form-year.ts'
import { hasSameNames, saveIndicatorNames } from './indicator-store.ts'
import { findState } from './life/life-store.ts'
import { refuseLocked } from './life/refuse-locked.ts'
import { findTemplate } from './official-sheets.ts'
import { openForm } from './open-form.ts'

type Input = { readonly id: string; readonly version: number; readonly edits: readonly CellEdit[] }

/** Cells that others changed meanwhile come back as conflicts; all others are saved as the next version. */
export async function editCells(context: Context, { id, version: seen, edits }: Input) {
  requirePermission(context, 'performance.write')

  const { version, conflicts } = await inTransaction(context.db, async (tx) => {
    // Sent together, done one after the other: what is read after the lock is as the lock found it.
    const [form = refuse('not-found'), state, closed, since] = await Promise.all([
      lockForm(tx, context.actor, id),
      findState(tx, id),
      isClosed(tx, id),
      listEditsSince(tx, id, seen),
    ])
    if (seen > form.version) refuse('not-found')
    refuseLocked(state, edits, context.language)
    if (closed) refuse('self-evaluation-closed')

    const isKnown = knownCells(findTemplate(form.content), form.content)
    const outcome = applyEdits(form.content, edits, { isKnown, since })
    if (!outcome.ok) return refuseEdit(outcome.problem)
    const { content, applied, conflicts } = outcome.value
    if (applied.length === 0) return { version: form.version, conflicts }

    const version = form.version + 1
    const year = requireYear(content)
    const saved = { savedAt: context.now, savedBy: context.actor.personId }
    await saveNextVersion(tx, { formId: id, version, year, content, edits: applied, ...saved }).catch((error) => {
      if (violates(error, 'performance_form_once')) refuse('form-exists', { project: form.project, year })
      throw error
    })
    if (!hasSameNames(form.content, content)) await saveIndicatorNames(tx, id, content)
    await recordInLedger(tx, context, { did: 'performance.cells-edited', formId: id, version, edits: applied })
    return { version, conflicts }
  })
  return { ...(await openForm(context, { id, version })), conflicts: [...conflicts] }
}

function refuseEdit({ code, where, text }: EditProblem): never {
  switch (code) {
    case 'unknown':
      return refuse('cell-unknown', { where })
    case 'unreadable':
      return refuse('cell-unreadable', { where, text })
    case 'in-use':
      return refuse('part-in-use', { where })
  }
}
