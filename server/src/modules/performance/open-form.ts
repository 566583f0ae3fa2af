import { type Context, requirePermission } from '#platform/context'
import { readOnce } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { checkForm, evaluateForm } from './check-form.ts'
import { findForm, listSisters } from './form-store.ts'

/** A form to look at or edit: what stands on it, what the check says, and its score when it is a self-evaluation. */
export async function openForm(context: Context, input: { id: string; version?: number | undefined }) {
  requirePermission(context, 'performance.read')
  const [form = refuse('not-found'), sisters] = await readOnce(context.db, (reader) =>
    Promise.all([findForm(reader, context.actor, input), listSisters(reader, input.id)]),
  )
  const { id, projectId, version, savedAt, savedBy, content } = form
  return {
    id,
    projectId,
    version,
    savedAt: savedAt.toString(),
    savedBy,
    content,
    findings: checkForm(content, context.language, sisters),
    score: evaluateForm(content, context.language),
  }
}
