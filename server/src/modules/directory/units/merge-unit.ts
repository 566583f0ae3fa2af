import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { refuse } from '#platform/refusal'
import { UNIT_MERGED } from '../directory-events.ts'
import { type Ground, hangUnder, lockForChange, lockOpenUnit, readUnitRow, recordUnitChange } from './unit-store.ts'

/**
 * People and units below go over; the merged unit itself stays, under the one that took it in, so that its old records
 * still name it and are seen by those who inherit them.
 */
export async function mergeUnit(context: Context, { intoId, ...ground }: Ground & { readonly intoId: UnitId }) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    const unit = await lockForChange(tx, context, ground)
    const into = await lockOpenUnit(tx, context, intoId)
    if (into.ancestors.includes(unit.id)) refuse('unit-below-itself', { unit: unit.name, other: into.name })

    const below = await tx
      .selectFrom('directoryUnit')
      .select('id')
      .where('parentId', '=', unit.id)
      .where('state', '=', 'open')
      .execute()
    for (const child of below) await hangUnder(tx, child, into)
    await hangUnder(tx, unit, into)
    await tx.updateTable('directoryUnit').set({ state: 'merged' }).where('id', '=', unit.id).execute()
    await tx.updateTable('directoryPerson').set({ unitId: intoId }).where('unitId', '=', unit.id).execute()
    await recordUnitChange(tx, context, { unit, ground, note: { did: 'merged', parentId: intoId, otherId: intoId } })
    await recordUnitChange(tx, context, { unit: into, ground, note: { did: 'took-in', otherId: unit.id } })
    await tell(tx, context, UNIT_MERGED, { unitId: unit.id, intoId })
    return readUnitRow(tx, unit.id)
  })
}
