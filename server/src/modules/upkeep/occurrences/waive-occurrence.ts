import type { OccurrenceId } from '@shiji/contract/upkeep'
import { OCCURRENCE } from '@shiji/kernel/upkeep/occurrence-state'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { tellUpkeep } from '../tell-upkeep.ts'
import { lockOccurrence } from './occurrence-store.ts'
import { openOccurrence } from './open-occurrence.ts'

export async function waiveOccurrence(context: Context, { id, why }: { id: OccurrenceId; why: string }) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  await inTransaction(db, async (tx) => {
    const occurrence = (await lockOccurrence(tx, actor, id)) ?? refuse('not-found')
    if (!OCCURRENCE[occurrence.state].includes('waived')) refuse('occurrence-settled')

    await tx
      .updateTable('upkeepOccurrence')
      .set({ state: 'waived', waivedAt: now, waivedBy: actor.personId, waivedWhy: why })
      .where('id', '=', id)
      .execute()
    const before = occurrence.state
    await recordInLedger(tx, context, { did: 'upkeep.occurrence-waived', occurrenceId: id, before, why })
    await tellUpkeep(tx, context, { ...occurrence, days: [officeDay(occurrence.opensAt).toString()] })
    return null
  })
  return openOccurrence(context, { id })
}
