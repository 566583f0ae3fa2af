import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockDraft, nextOwnVersion, removeDraft, savePublished } from './definition-store.ts'
import { findProblems } from './say-problems.ts'

/** Only a flow in which no case can get stuck; cases on their way keep the version they began with. */
export async function publishFlow(context: Context, { key, revision }: { key: string; revision: number }) {
  requirePermission(context, 'flow.manage')
  return inTransaction(context.db, async (tx) => {
    const draft = (await lockDraft(tx, key)) ?? refuse('not-found')
    if (draft.revision !== revision) refuse('changed-meanwhile')
    const problems = await findProblems(tx, draft.definition, context.language)
    const [first] = problems
    if (first !== undefined) refuse('flow-unfit', { count: problems.length, first: first.message })

    const version = await nextOwnVersion(tx, key)
    const definition = { ...draft.definition, version }
    await savePublished(tx, { definition, publishedAt: context.now, publishedBy: context.actor.personId })
    await removeDraft(tx, key)
    await recordInLedger(tx, context, { did: 'flow.published', flow: key, version, definition })
    return { version }
  })
}
