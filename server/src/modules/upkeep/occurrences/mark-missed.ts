import type { PlanKind } from '@shiji/contract/upkeep'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordAllInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { tellUpkeep } from '../tell-upkeep.ts'

const AT_ONCE = 500

/** What is still planned past its last moment is missed from then on; asked again, nothing is marked twice. */
export async function markMissed(context: Context): Promise<void> {
  while ((await markSome(context)) === AT_ONCE);
}

function markSome(context: Context): Promise<number> {
  const { db, now } = context
  return inTransaction(db, async (tx) => {
    const over = await tx
      .selectFrom('upkeepOccurrence')
      .select('id')
      .where('state', '=', 'planned')
      .where('closesAt', '<', now)
      .orderBy('closesAt')
      .orderBy('id')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute()
    if (over.length === 0) return 0
    const missed = await tx
      .updateTable('upkeepOccurrence as one')
      .from('upkeepPlan as plan')
      .set({ state: 'missed' })
      .whereRef('plan.id', '=', 'one.planId')
      .where(
        'one.id',
        'in',
        over.map(({ id }) => id),
      )
      .returning(['one.id', 'one.opensAt', 'plan.id as planId', 'plan.kind', 'plan.unitId', 'plan.projectId'])
      .execute()
    // An update answers in an order of its own; the ledger tells what ended first, first.
    const notes = over.map(({ id }) => ({ did: 'upkeep.occurrence-missed', occurrenceId: id }))
    await recordAllInLedger(tx, context, notes)
    const inOrder = missed.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    for (const some of Map.groupBy(inOrder, ({ planId }) => planId).values()) {
      const [{ kind, unitId, projectId } = { kind: '', unitId: '', projectId: null }] = some
      const days = [...new Set(some.map(({ opensAt }) => officeDay(opensAt).toString()))]
      await tellUpkeep(tx, context, { kind: kind as PlanKind, unitId, projectId, days })
    }
    return missed.length
  })
}
