import { PersonId, type UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { saveInvitation } from './invitation-store.ts'
import { savePerson, visibleTo } from './person-store.ts'

export async function invitePerson(context: Context, { name, unitId }: { name: string; unitId: UnitId }) {
  requirePermission(context, 'directory.manage-people')

  return inTransaction(context.db, async (tx) => {
    const unit = await tx
      .selectFrom('directoryUnit')
      .select('id')
      .where('id', '=', unitId)
      .where(visibleTo(context.actor))
      .executeTakeFirst()
    if (unit === undefined) return refuse('not-found')

    const personId = PersonId.parse(context.newId())
    await savePerson(tx, { id: personId, unitId, name })
    const code = await saveInvitation(tx, context, personId)
    await recordInLedger(tx, context, { did: 'directory.person-invited', personId, unitId, name })
    return { personId, code }
  })
}
