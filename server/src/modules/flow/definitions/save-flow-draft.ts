import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findDraft, findVersion, removeDraft, saveDraft } from './definition-store.ts'
import { findProblems } from './say-problems.ts'

type Input = { readonly key: string; readonly revision: number; readonly definition: FlowDefinition }

/** A draft may have problems: they are told and keep it from being published, not from being kept. */
export async function saveFlowDraft(context: Context, input: Input) {
  requirePermission(context, 'flow.manage')
  return inTransaction(context.db, (tx) => keepDraft(tx, context, input))
}

/** The key and version of a draft are those of its flow, whatever was sent. */
export async function keepDraft(tx: Tx, context: PersonContext, { key, revision, definition }: Input) {
  const known = (await findVersion(tx, key)) ?? refuse('not-found')
  const before = (await findDraft(tx, key))?.definition ?? known
  const draft = { ...definition, key, version: known.version }
  const edited = { revision, definition: draft, editedAt: context.now, editedBy: context.actor.personId }
  if (!(await saveDraft(tx, edited))) refuse('changed-meanwhile')
  await recordInLedger(tx, context, { did: 'flow.draft-saved', flow: key, was: before, now: draft })
  return { revision: revision + 1, problems: await findProblems(tx, draft, context.language) }
}

export async function dropFlowDraft(context: Context, { key }: { key: string }) {
  requirePermission(context, 'flow.manage')
  await inTransaction(context.db, async (tx) => {
    const was = (await findDraft(tx, key))?.definition ?? refuse('not-found')
    await removeDraft(tx, key)
    await recordInLedger(tx, context, { did: 'flow.draft-dropped', flow: key, was })
  })
  return {}
}
