import { VendorId } from '@shiji/contract/contracts'
import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'

type Input = {
  readonly name: string
  readonly creditCode: string
  readonly contact: string
  readonly partyId: UnitId | null
}

export async function addVendor(context: Context, { partyId, ...vendor }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const party = await tx
      .selectFrom('directoryUnit')
      .select('id')
      .where('id', '=', partyId)
      .where('kind', '=', 'vendor')
      .executeTakeFirst()
    if (partyId !== null && party === undefined) refuse('not-found')

    const id = context.newId()
    const made = await tx
      .insertInto('contractsVendor')
      .values({ id, ...vendor, partyId, unitId: actor.unitId, madeAt: now, madeBy: actor.personId })
      .onConflict((conflict) => conflict.constraint('contracts_vendor_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) refuse('name-taken', { name: vendor.name })
    await recordInLedger(tx, context, { did: 'contracts.vendor-added', vendorId: id, ...vendor, partyId })
    return { id: VendorId.parse(id) }
  })
}
