import type { upkeepMeters } from '@shiji/contract/upkeep-meters'
import { compare, ZERO } from '@shiji/kernel/decimal'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listMeterRows } from './meter-store.ts'

type Input = z.output<NonNullable<(typeof upkeepMeters.addMeter)['~orpc']['inputSchema']>>

export async function addMeter(context: Context, meter: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const [known] = await listMeterRows(tx, actor, meter.id)
    if (known !== undefined) return known
    if ((await findUnit(tx, actor, meter.unitId)) === undefined) refuse('not-found')
    if (!isWhole(meter)) refuse('meter-incomplete')

    await tx
      .insertInto('upkeepMeter')
      .values({ ...meter, madeAt: now, madeBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'upkeep.meter-added', meter })
    const [made] = await listMeterRows(tx, actor, meter.id)
    return made ?? refuse('not-found')
  }).catch((error: unknown) => {
    if (violates(error, 'upkeep_meter_named')) refuse('meter-named', { name: meter.name })
    throw error
  })
}

/** Counts say what they count, performance what it is measured by, and limits stand the right way round. */
function isWhole({ kind, subject, rated, least, most }: Input): boolean {
  const isOrdered = least === null || most === null || compare(least, most) <= 0
  const isRated = rated !== null && compare(rated, ZERO) > 0
  return (kind === 'counted') === (subject !== null) && (kind === 'performance') === isRated && isOrdered
}
