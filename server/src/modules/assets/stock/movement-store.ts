import type { MovementKind } from '@shiji/kernel/assets/stock'
import { type Decimal, isNegative } from '@shiji/kernel/decimal'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { tellAssets } from '../measures/tell-assets.ts'
import { tellShort } from './tell-short.ts'

export type Movement = {
  readonly itemId: string
  readonly kind: MovementKind
  /** Out of the store below zero. */
  readonly quantity: Decimal
  readonly happenedOn: string
  readonly receiver?: string
  readonly note?: string
  readonly deliveryId?: string | null
  readonly ticketId?: string | null
  readonly workOrderId?: string | null
  readonly assetId?: string | null
  readonly correctsId?: string | null
  readonly countId?: string | null
}

type Owner = { readonly unitId: string; readonly projectId: string | null }

/** Written once and never again; the ledger has it, the keepers hear of what runs short, and the figures of its day are asked anew. */
export async function saveMovement(
  tx: Tx,
  context: PersonContext,
  { movement, owner }: { movement: Movement; owner: Owner },
): Promise<string> {
  const { receiver = '', note = '', ...rest } = movement
  const row = { id: context.newId(), ...rest, receiver, note }
  await tx
    .insertInto('assetsStockMovement')
    .values({ ...row, recordedAt: context.now, recordedBy: context.actor.personId })
    .execute()
  await recordInLedger(tx, context, { did: 'assets.stock-moved', ...row })
  if (isNegative(movement.quantity)) await tellShort(tx, context, movement)
  await tellAssets(tx, context, { ...owner, days: [movement.happenedOn] })
  return row.id
}
