import type { upkeepRounds } from '@shiji/contract/upkeep-rounds'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { tellUpkeep } from '../tell-upkeep.ts'
import { inReach } from '../visible-plans.ts'

type Input = z.output<NonNullable<(typeof upkeepRounds.mendFault)['~orpc']['inputSchema']>>

export async function mendFault(context: Context, { id, time, mending }: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const fault = await tx
      .selectFrom('upkeepFault as fault')
      .innerJoin('upkeepVisit as visit', 'visit.id', 'fault.visitId')
      .innerJoin('upkeepOccurrence as one', 'one.id', 'visit.occurrenceId')
      .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
      .select(['fault.foundAt', 'fault.mendedAt', 'plan.unitId', 'plan.projectId'])
      .where('fault.id', '=', id)
      .where(inReach(actor, 'plan.unitId'))
      .forUpdate('fault')
      .executeTakeFirst()
    if (fault === undefined) return refuse('not-found')
    const mendedAt = Temporal.Instant.from(momentOf(time, now.toString()).at)
    if (fault.mendedAt !== null) {
      return Temporal.Instant.compare(fault.mendedAt, mendedAt) === 0 ? {} : refuse('occurrence-settled')
    }

    const mended = { mendedAt, mendedEnteredAt: now, mendedBy: actor.personId, mending }
    await tx.updateTable('upkeepFault').set(mended).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'upkeep.fault-mended', faultId: id, mending, at: mendedAt.toString() })
    const days = [officeDay(fault.foundAt).toString()]
    await tellUpkeep(tx, context, { ...fault, kind: 'inspection', days })
    return {}
  })
}
