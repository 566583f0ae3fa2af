import { VendorId } from '@shiji/contract/contracts'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'

type Input = {
  readonly name: string
  readonly creditCode: string
  readonly contact: string
}

/** A firm whose people work here as a unit of their own sees what it has to do with. */
export async function addVendor(context: Context, vendor: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const party = await tx
      .selectFrom('directoryUnit')
      .select('id')
      .where('name', '=', vendor.name)
      .where('kind', '=', 'vendor')
      .where('state', '=', 'open')
      .executeTakeFirst()

    const id = context.newId()
    const partyId = party?.id ?? null
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
