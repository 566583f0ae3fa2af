import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { checkForm, evaluateForm } from './check-form.ts'
import { findForm } from './form-store.ts'

/** A form to look at or edit: what stands on it, what the check says, and its score when it is a self-evaluation. */
export async function openForm(context: Context, input: { id: string; version?: number | undefined }) {
  requirePermission(context, 'performance.read')
  const form = await read(context.db, (reader) => findForm(reader, context.actor, input))
  if (form === undefined) return refuse('not-found')
  const { content, savedAt } = form
  return {
    ...form,
    savedAt: savedAt.toString(),
    findings: checkForm(content, context.language),
    score: evaluateForm(content, context.language),
  }
}
