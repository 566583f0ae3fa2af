import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type Ground, lockForChange, readUnitRow, recordUnitChange } from './unit-store.ts'

export async function closeUnit(context: Context, ground: Ground) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    const unit = await lockForChange(tx, context, ground)
    const people = await tx
      .selectFrom('directoryPerson')
      .select('id')
      .where('unitId', '=', unit.id)
      .where('state', '<>', 'disabled')
      .execute()
    const below = await tx
      .selectFrom('directoryUnit')
      .select('id')
      .where('parentId', '=', unit.id)
      .where('state', '=', 'open')
      .execute()
    if (people.length + below.length > 0) {
      refuse('unit-in-use', { unit: unit.name, people: people.length, units: below.length })
    }

    await tx.updateTable('directoryUnit').set({ state: 'closed' }).where('id', '=', unit.id).execute()
    await recordUnitChange(tx, context, { unit, ground, note: { did: 'closed' } })
    return readUnitRow(tx, unit.id)
  })
}
