import { type FormId, FormId as FormIdOf } from '@shiji/contract/performance'
import { REFUSALS } from '@shiji/contract/refusals'
import type { RenewedRow } from '@shiji/contract/renewal'
import { applyEdits } from '@shiji/kernel/form/apply-edits'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { Refusal, refuse } from '#platform/refusal'
import { createForm } from '../create-form.ts'
import { findForm } from '../form-store.ts'
import { previewRenewal } from './preview-renewal.ts'

type Row = z.infer<typeof RenewedRow>
type Preview = Awaited<ReturnType<typeof previewRenewal>>

/**
 * 批量沿用: the declarations of a year begun from earlier ones, each as if it were begun alone with every proposal taken.
 * Each is saved by itself, so that one that cannot be begun holds no other back; asking again makes nothing twice.
 * One that the person may not see is no choice of the page: then nothing is begun.
 */
export async function renewSeveral(
  context: Context,
  { year, ids }: { year: number; ids: readonly FormId[] },
): Promise<Row[]> {
  requirePermission(context, 'performance.write')
  await read(context.db, async (reader) => {
    for (const id of ids) if ((await findForm(reader, context.actor, { id })) === undefined) refuse('not-found')
  })
  const rows: Row[] = []
  for (const id of new Set(ids)) rows.push(await renewOne(context, { id, year }))
  return rows
}

async function renewOne(context: Context, { id, year }: { id: FormId; year: number }): Promise<Row> {
  const told = { from: id, project: '', made: null, open: 0, notes: [] }
  try {
    const preview = await previewRenewal(context, { id, year })
    const { projectId, existing } = preview
    const begun = { ...told, project: preview.content.project }
    if (existing !== null) return { ...begun, outcome: 'exists', made: existing }
    const form = await createForm(context, { projectId, content: asProposed(preview), documentId: null })
    return { ...begun, outcome: 'made', made: FormIdOf.parse(form.id), ...leftOpen(preview) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = say(REFUSALS[error.code], context.language, error.parameters)
    return { ...told, outcome: 'refused', notes: [message] }
  }
}

/** What the page of one renewal saves when nobody turns a proposal down. */
function asProposed({ content, proposals }: Preview): FormContent {
  const edits = proposals.map(({ where, was, now }) => ({ where, was, now }))
  const outcome = applyEdits(content, edits, { isKnown: () => true, since: [] })
  if (!outcome.ok) throw new Error(`a proposal does not fit ${outcome.problem.where}`)
  return outcome.value.content
}

/** What a person still has to look at in the draft. */
function leftOpen({ points, rows, notices, consequence }: Preview): Pick<Row, 'open' | 'notes'> {
  const asked = points.money.length + points.days.length + points.people.length
  const judged = rows.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'not-reported').length
  const notes = [...(consequence?.notes ?? []), ...notices].map(({ message }) => message)
  return { open: asked + judged, notes }
}
