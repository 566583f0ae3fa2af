import type { FormId } from '@shiji/contract/performance'
import { isWithUnit } from '@shiji/kernel/reevaluation/self-evaluation-life'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { saySelfEvaluation } from './say-self-evaluation.ts'
import { lockSelfEvaluation, type OverrideRow, saveOverride } from './self-evaluation-store.ts'

type Input = Omit<OverrideRow, 'personId' | 'at'> & { readonly id: FormId }

/** rules.md §5: an override is visible with person, reason and file. */
export async function recordOverride(context: Context, { id, ...override }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const own = (await lockSelfEvaluation(tx, actor, id)) ?? refuse('not-found')
    if (!isWithUnit(own.state)) refuse('self-evaluation-closed')
    if (own.content.indicators[override.position] === undefined) refuse('not-found')
    if ((await findDocument(tx, actor, override.documentId)) === undefined) refuse('not-found')
    await saveOverride(tx, id, { ...override, personId: actor.personId, at: now })
    await recordInLedger(tx, context, { did: 'performance.figure-overridden', formId: id, ...override })
    return saySelfEvaluation(tx, context, own)
  })
}
