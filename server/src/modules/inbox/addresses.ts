import type { AllowedAddress } from '@shiji/contract/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { putOnList, takeOffList } from './allowed-store.ts'
import { listAllowed } from './channel-store.ts'

export async function listAddresses(context: Context): Promise<AllowedAddress[]> {
  requirePermission(context, 'inbox.manage')
  return read(context.db, listAllowed)
}

export async function allowAddress(context: Context, allowed: AllowedAddress) {
  requirePermission(context, 'inbox.manage')
  await inTransaction(context.db, (tx) => putOnList(tx, context, allowed))
  return {}
}

export async function forbidAddress(context: Context, address: { host: string; port: number }) {
  requirePermission(context, 'inbox.manage')
  await inTransaction(context.db, async (tx) => {
    if (!(await takeOffList(tx, context, address))) refuse('not-found')
  })
  return {}
}
