import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type Ground, hangUnder, lockForChange, lockOpenUnit, readUnitRow, recordUnitChange } from './unit-store.ts'

/** Rights follow the tree, and rights are read with every request: whoever stood above loses sight of it at once. */
export async function moveUnit(context: Context, { parentId, ...ground }: Ground & { readonly parentId: UnitId }) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    const unit = await lockForChange(tx, context, ground)
    const parent = await lockOpenUnit(tx, context, parentId)
    if (parent.ancestors.includes(unit.id)) refuse('unit-below-itself', { unit: unit.name, other: parent.name })

    await hangUnder(tx, unit, parent)
    await recordUnitChange(tx, context, { unit, ground, note: { did: 'moved', parentId } })
    return readUnitRow(tx, unit.id)
  })
}
