import type { Unit } from '@shiji/contract/directory'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { insertUnit, lockOpenUnit, lockTree } from './units/unit-store.ts'

type NewUnit = Pick<z.infer<typeof Unit>, 'parentId' | 'name' | 'kind'>

export async function addUnit(context: Context, { parentId, name, kind }: NewUnit) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    if (parentId === null) return refuse('not-found')
    // In this order, and on their way together.
    const [, parent] = await Promise.all([lockTree(tx), lockOpenUnit(tx, context, parentId)])
    const id = context.newId()
    const unit = insertUnit(tx, { id, parentId, name, kind, above: parent.ancestors })
    await recordInLedger(tx, context, { did: 'directory.unit-added', unitId: id, name, kind })
    return unit
  })
}
