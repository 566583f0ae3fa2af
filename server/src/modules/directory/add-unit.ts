import { Unit } from '@shiji/contract/directory'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { visibleTo } from './person-store.ts'

type NewUnit = Pick<z.infer<typeof Unit>, 'parentId' | 'name' | 'kind'>

export async function addUnit(context: Context, { parentId, name, kind }: NewUnit) {
  requirePermission(context, 'directory.manage-units')

  return inTransaction(context.db, async (tx) => {
    const parent = await tx
      .selectFrom('directoryUnit')
      .select(['ancestors'])
      .where('id', '=', parentId)
      .where(visibleTo(context.actor))
      .executeTakeFirst()
    if (parent === undefined) return refuse('not-found')

    const id = context.newId()
    const unit = { id, parentId, name, kind, state: 'open', ancestors: [...parent.ancestors, id] }
    await tx.insertInto('directoryUnit').values(unit).execute()
    await recordInLedger(tx, context, { did: 'directory.unit-added', unitId: id, name, kind })
    return Unit.parse({ id, parentId, name, kind, state: 'open' })
  })
}
