import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordAllInLedger } from '#platform/ledger/record-in-ledger'
import type { LockedContract } from '../contract-store.ts'
import { checkTerms } from './check-terms.ts'

/** What the records of a year show to be missed is taken off once, however often it is looked for. */
export async function saveMissed(
  tx: Tx,
  context: PersonContext,
  { contract, year }: { readonly contract: LockedContract; readonly year: number },
) {
  const checked = await checkTerms(tx, context, { contract, year })
  const missed = checked.filter(({ outcome }) => outcome === 'missed')
  const rows = missed.map(({ termId, month, points, reason, reading }) => {
    return { id: context.newId(), contractId: contract.id, year, month, termId, points, reason, reading }
  })
  const recorded = { recordedAt: context.now, recordedBy: context.actor.personId }
  const saved =
    rows.length === 0
      ? []
      : await tx
          .insertInto('contractsDeduction')
          .values(rows.map((row) => ({ ...row, ...recorded })))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute()
  const added = new Set(saved.map(({ id }) => id))
  const news = rows.filter(({ id }) => added.has(id))
  await recordAllInLedger(
    tx,
    context,
    news.map((row) => ({ did: 'contracts.points-deducted', ...row })),
  )
  return {
    added: news.length,
    checked: checked.length,
    unread: checked.filter(({ outcome }) => outcome === 'unread').length,
  }
}
