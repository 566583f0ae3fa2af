import type { FormId } from '@shiji/contract/performance'
import { findRunningCase } from '#modules/flow'
import { type Context, requirePermission, requireSignedIn } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { countOpenNotices } from '../results/result-store.ts'
import { hasWorkedOn, saveApproval } from './life-store.ts'
import { moveDeclaration } from './move-declaration.ts'
import { readLife } from './read-life.ts'

export type Decision = 'review' | 'return' | 'approve' | 'reject'

type Input = {
  readonly id: FormId
  readonly version?: number
  readonly decision: Decision
  readonly opinion: string
  readonly desk?: string
}

export async function decideDeclaration(context: Context, input: Input & { readonly version: number }) {
  requirePermission(context, 'performance.review')

  await inTransaction(context.db, async (tx) => {
    const about = { subjectKind: 'declaration', subjectId: input.id }
    if ((await findRunningCase(tx, about)) !== null) refuse('already-on-its-way')
    await decideOnDeclaration(tx, context, input)
  })
  return readLife(context, input)
}

/** A reviewer's decision; approval freezes the version (rules.md §3.2) and nobody decides on what they filled in. */
export async function decideOnDeclaration(
  tx: Tx,
  context: Context,
  { id, version, decision, opinion, desk = '' }: Input,
): Promise<void> {
  requireSignedIn(context)
  const { personId } = context.actor
  const step = { id, deed: decision, opinion, desk, ...(version === undefined ? {} : { version }) }
  const moved = await moveDeclaration(tx, context, step)
  if (await hasWorkedOn(tx, id, personId)) refuse('own-work')
  const against = decision === 'return' || decision === 'reject'
  if (against && opinion.trim() === '') refuse('opinion-missing')
  if (decision !== 'approve') return
  await refuseHeld(tx, { projectId: moved.projectId, year: moved.year, opinion })
  const { version: frozen, sha256 } = moved
  await saveApproval(tx, { formId: id, number: 1, version: frozen, sha256, at: context.now, personId })
}

/** rules.md §3.9: who leaves a correction unanswered gets no budget without a word why. */
async function refuseHeld(
  tx: Tx,
  { projectId, year, opinion }: { readonly projectId: string; readonly year: number; readonly opinion: string },
): Promise<void> {
  if (opinion.trim() !== '') return
  const count = await countOpenNotices(tx, projectId, year)
  if (count > 0) refuse('correction-first', { count })
}
