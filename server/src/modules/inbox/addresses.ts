import type { AllowedAddress } from '@shiji/contract/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listAllowed } from './channel-store.ts'

export async function listAddresses(context: Context): Promise<AllowedAddress[]> {
  requirePermission(context, 'inbox.manage')
  return read(context.db, listAllowed)
}

export async function allowAddress(context: Context, allowed: AllowedAddress) {
  requirePermission(context, 'inbox.manage')
  await inTransaction(context.db, async (tx) => {
    await tx
      .insertInto('inboxAddress')
      .values(allowed)
      .onConflict((conflict) => conflict.columns(['host', 'port']).doUpdateSet({ reach: allowed.reach }))
      .execute()
    await recordInLedger(tx, context, { did: 'inbox.address-allowed', ...allowed })
  })
  return {}
}

export async function forbidAddress(context: Context, { host, port }: { host: string; port: number }) {
  requirePermission(context, 'inbox.manage')
  await inTransaction(context.db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('inboxAddress')
      .where('host', '=', host)
      .where('port', '=', port)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) refuse('not-found')
    await recordInLedger(tx, context, { did: 'inbox.address-forbidden', host, port })
  })
  return {}
}
