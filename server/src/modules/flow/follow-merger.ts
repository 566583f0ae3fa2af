import type { UnitMerged } from '#modules/directory'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordAllInLedger } from '#platform/ledger/record-in-ledger'

/** The desks of a merged unit are sat at by the unit that took it in; tasks go with the people they were given to. */
export async function followMerger(tx: Tx, context: Context, { unitId, intoId }: UnitMerged): Promise<void> {
  const desks = await tx
    .updateTable('flowDesk')
    .set({ unitId: intoId })
    .where('unitId', '=', unitId)
    .returning('name')
    .execute()
  await recordAllInLedger(
    tx,
    context,
    desks.map(({ name }) => ({ did: 'flow.desk-assigned', desk: name, unitId: intoId, mergedFrom: unitId })),
  )
}
