import type { DocumentId } from '@shiji/contract/documents'
import type { ProjectId } from '@shiji/contract/performance'
import { decimal } from '@shiji/kernel/decimal'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findProject } from '../project-store.ts'
import { type MoneyEntry, saveMoneyEntry } from './money-store.ts'
import { sayMoney } from './read-money.ts'
import { countsOn, tellMoney } from './tell-money.ts'

type Input = Pick<MoneyEntry, 'year' | 'kind' | 'source' | 'decidedOn' | 'reason'> & {
  readonly id: ProjectId
  readonly amount: string
  readonly documentId: DocumentId | null
}

/** Every figure has its day; what changes the budget or takes something back has its reason. */
export async function recordMoney(context: Context, { id: projectId, amount, documentId, ...entry }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    if ((await findProject(tx, actor, projectId)) === undefined) refuse('not-found')
    if (documentId !== null && (await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    const explains = entry.kind === 'adjustment' || amount.startsWith('-')
    if (explains && entry.reason === '') refuse('reason-missing')
    const id = context.newId()
    const made = { madeAt: now, madeBy: actor.personId }
    const saved = { ...entry, id, projectId, documentId, amount: decimal(amount) }
    await saveMoneyEntry(tx, { ...saved, ...made })
    await recordInLedger(tx, context, { did: 'performance.money-recorded', ...saved })
    await tellMoney(tx, context, { projectId, days: [countsOn(saved)] })
    return sayMoney(tx, { id: projectId, year: entry.year })
  })
}
