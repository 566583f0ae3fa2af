import { PersonId, type UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { saveInvitation } from './invitation-store.ts'
import { savePerson } from './person-store.ts'
import { lockOpenUnit } from './units/unit-store.ts'

export async function invitePerson(context: Context, { name, unitId }: { name: string; unitId: UnitId }) {
  requirePermission(context, 'directory.manage-people')

  return inTransaction(context.db, async (tx) => {
    await lockOpenUnit(tx, context, unitId)

    const personId = PersonId.parse(context.newId())
    await savePerson(tx, { id: personId, unitId, name })
    const code = await saveInvitation(tx, context, personId)
    await recordInLedger(tx, context, { did: 'directory.person-invited', personId, unitId, name })
    return { personId, code }
  })
}
