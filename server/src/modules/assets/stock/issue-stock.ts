import { type StockItemId, StockMovementId } from '@shiji/contract/assets-stock'
import { decimal, negate } from '@shiji/kernel/decimal'
import { visibleTo } from '#modules/directory'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockItem, refuseLacking } from './item-store.ts'
import { saveMovement } from './movement-store.ts'
import { sharedTicket } from './shared-rows.ts'

type Input = {
  readonly id: StockItemId
  readonly quantity: string
  readonly happenedOn: string
  readonly receiver: string
  readonly ticketNumber: string
  readonly assetNumber: string
  readonly note: string
}

/** 出库: to whom, and for which ticket or asset. Nobody takes what is not there. */
export async function issueStock(context: Context, input: Input) {
  requirePermission(context, 'assets.write')
  const { actor } = context
  const { id, happenedOn, receiver, note, ticketNumber, assetNumber } = input
  return inTransaction(context.db, async (tx) => {
    const item = (await lockItem(tx, actor, id)) ?? refuse('not-found')
    const ticketId = ticketNumber === '' ? null : await findTicket(tx, actor, ticketNumber)
    const assetId = assetNumber === '' ? null : await findAsset(tx, actor, assetNumber)
    refuseAhead(context, happenedOn)
    const quantity = negate(decimal(input.quantity))
    refuseLacking(item, quantity)

    const movement = { itemId: id, kind: 'issue', quantity, happenedOn, receiver, note, ticketId, assetId } as const
    const owner = { unitId: item.unitId, projectId: null }
    return { id: StockMovementId.parse(await saveMovement(tx, context, { movement, owner })) }
  })
}

/** A ticket of the own units, or one the own units' teams serve. */
async function findTicket(tx: Tx, actor: Actor, number: string): Promise<string> {
  const ticket = await tx
    .selectFrom(sharedTicket)
    .innerJoin('directoryUnit', (join) =>
      join.on((on) =>
        on.or([
          on('directoryUnit.id', '=', on.ref('ticket.unitId')),
          on('directoryUnit.id', '=', on.ref('ticket.teamId')),
        ]),
      ),
    )
    .select('ticket.id')
    .where('ticket.number', '=', number)
    .where(visibleTo(actor))
    .executeTakeFirst()
  return ticket?.id ?? refuse('stock-use-unknown', { number })
}

async function findAsset(tx: Tx, actor: Actor, number: string): Promise<string> {
  const assets = await tx
    .selectFrom('assetsAsset as asset')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
    .select('asset.id')
    .where('asset.number', '=', number)
    .where(visibleTo(actor))
    .limit(2)
    .execute()
  const [asset, another] = assets
  // Two units may use one number; which asset is meant would be a guess.
  if (asset === undefined || another !== undefined) return refuse('stock-use-unknown', { number })
  return asset.id
}
