import type { PersonId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type Ground, insertUnit, lockForChange, recordUnitChange } from './unit-store.ts'

type Part = { readonly name: string; readonly people: readonly PersonId[] }

/** The new units stand beside the old one. Its records stay with it, and so do the people nobody named. */
export async function splitUnit(context: Context, { parts, ...ground }: Ground & { readonly parts: readonly Part[] }) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    const unit = await lockForChange(tx, context, ground)
    const people = parts.flatMap((part) => part.people)
    const own =
      people.length === 0
        ? []
        : await tx
            .selectFrom('directoryPerson')
            .select('id')
            .where('unitId', '=', unit.id)
            .where('id', 'in', people)
            .forUpdate()
            .execute()
    // Somebody named twice, or who is not of this unit.
    if (own.length !== people.length) refuse('not-found')

    const made = []
    for (const part of parts) {
      const id = context.newId()
      const { parentId, kind } = unit
      const born = insertUnit(tx, { id, parentId, name: part.name, kind, above: unit.ancestors.slice(0, -1) })
      if (part.people.length > 0) {
        await tx.updateTable('directoryPerson').set({ unitId: id }).where('id', 'in', part.people).execute()
      }
      await recordUnitChange(tx, context, { unit, ground, note: { did: 'split', otherId: id } })
      const row = { ...unit, id, name: part.name }
      await recordUnitChange(tx, context, { unit: row, ground, note: { did: 'split-off', otherId: unit.id } })
      made.push(born)
    }
    return made
  })
}
