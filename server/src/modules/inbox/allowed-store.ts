import type { AllowedAddress } from '@shiji/contract/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'

/** An address may be asked from now on; said again, how near it may lie is what is said last. */
export async function putOnList(tx: Tx, context: Context, allowed: AllowedAddress): Promise<void> {
  await tx
    .insertInto('inboxAddress')
    .values(allowed)
    .onConflict((conflict) => conflict.columns(['host', 'port']).doUpdateSet({ reach: allowed.reach }))
    .execute()
  await recordInLedger(tx, context, { did: 'inbox.address-allowed', ...allowed })
}

/** False when it was not on the list. */
export async function takeOffList(
  tx: Tx,
  context: Context,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('inboxAddress')
    .where('host', '=', host)
    .where('port', '=', port)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return false
  await recordInLedger(tx, context, { did: 'inbox.address-forbidden', host, port })
  return true
}
