import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { toPinyin } from '../search-words.ts'
import { type Ground, lockOpenUnit, lockTree, readUnitRow, recordUnitChange, requireDayPast } from './unit-store.ts'

export async function renameUnit(context: Context, { name, ...ground }: Ground & { readonly name: string }) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    requireDayPast(context, ground.effectiveOn)
    await lockTree(tx)
    const unit = await lockOpenUnit(tx, context, ground.id)

    await tx
      .updateTable('directoryUnit')
      .set({ name, pinyin: toPinyin(name, { isPerson: false }) })
      .where('id', '=', unit.id)
      .execute()
    await recordUnitChange(tx, context, { unit, ground, note: { did: 'renamed', name } })
    return readUnitRow(tx, unit.id)
  })
}
