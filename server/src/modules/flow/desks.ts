import { UnitId } from '@shiji/contract/directory'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { desksOfPacks } from './flow-graphs.ts'

/** The desks the chains name, and who sits there; one nobody assigned is the district itself. */
export async function listDesks(context: Context) {
  requirePermission(context, 'flow.manage')
  const assigned = await read(context.db, (reader) =>
    reader
      .selectFrom('flowDesk')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'flowDesk.unitId')
      .select(['flowDesk.name', 'flowDesk.unitId', 'directoryUnit.name as unit'])
      .execute(),
  )
  return desksOfPacks().map((name) => {
    const found = assigned.find((desk) => desk.name === name)
    return { name, unitId: found === undefined ? null : UnitId.parse(found.unitId), unit: found?.unit ?? '' }
  })
}

export async function assignDesk(context: Context, { name, unitId }: { name: string; unitId: UnitId }) {
  requirePermission(context, 'flow.manage')
  await inTransaction(context.db, async (tx) => {
    if ((await findUnit(tx, context.actor, unitId)) === undefined) refuse('not-found')
    await tx
      .insertInto('flowDesk')
      .values({ name, unitId })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ unitId }))
      .execute()
    await recordInLedger(tx, context, { did: 'flow.desk-assigned', desk: name, unitId })
  })
  return {}
}
