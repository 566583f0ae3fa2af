import type { RoomId } from '@shiji/contract/assets'
import { StockCountId, type StockItemId } from '@shiji/contract/assets-stock'
import { differenceOf } from '@shiji/kernel/assets/stock'
import { compare, type Decimal, decimal, isDecimal, isZero } from '@shiji/kernel/decimal'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { findRoom } from '../room-store.ts'
import { listCountRows } from './count-store.ts'
import { lockItem } from './item-store.ts'
import { saveMovement } from './movement-store.ts'

type Line = {
  readonly itemId: StockItemId
  readonly expected: string
  readonly found: string
  readonly reason: string
}

type Input = { readonly roomId: RoomId | null; readonly countedOn: string; readonly lines: readonly Line[] }

/** 盘点: what differs becomes a movement with its reason, and who moved something meanwhile makes the count be done again. */
export async function countStock(context: Context, { roomId, countedOn, lines }: Input) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const room = roomId === null ? null : ((await findRoom(tx, actor, roomId)) ?? refuse('not-found'))
    refuseAhead(context, countedOn)
    const counted = await judgeLines(tx, context, { roomId, lines })

    const id = context.newId()
    const count = { id, unitId: room?.unitId ?? actor.unitId, roomId, countedOn }
    await tx
      .insertInto('assetsStockCount')
      .values({ ...count, recordedAt: now, recordedBy: actor.personId })
      .execute()
    const found = counted.map((one) => ({ countId: id, itemId: one.itemId, expected: one.expected, found: one.found }))
    await tx.insertInto('assetsStockCounted').values(found).execute()
    await recordInLedger(tx, context, { did: 'assets.stock-counted', ...count, counted: found })
    for (const { itemId, unitId, difference: quantity, reason: note } of counted) {
      if (isZero(quantity)) continue
      const movement = { itemId, kind: 'count', quantity, happenedOn: countedOn, note, countId: id } as const
      await saveMovement(tx, context, { movement, owner: { unitId, projectId: null } })
    }
    const [row] = await listCountRows(tx, actor, id)
    if (row === undefined) throw new Error(`count ${id} was saved and is not there`)
    return { ...row, id: StockCountId.parse(id) }
  })
}

type Judged = {
  readonly itemId: string
  readonly unitId: string
  readonly expected: Decimal
  readonly found: Decimal
  readonly difference: Decimal
  readonly reason: string
}

/** Items are held in one order, so that two counts never wait for each other in a ring. */
async function judgeLines(tx: Tx, { actor }: PersonContext, { roomId, lines }: Omit<Input, 'countedOn'>) {
  const judged: Judged[] = []
  for (const { itemId, expected, found: text, reason } of lines.toSorted(byItem)) {
    const item = (await lockItem(tx, actor, itemId)) ?? refuse('not-found')
    if (item.roomId !== roomId || judged.at(-1)?.itemId === itemId) refuse('not-found')
    if (!isDecimal(expected) || compare(item.onHand, expected) !== 0) refuse('changed-meanwhile')
    const found = decimal(text)
    const difference = differenceOf(found, item.onHand)
    if (!isZero(difference) && reason === '') refuse('stock-reason-lacking', { name: item.name })
    judged.push({ itemId, unitId: item.unitId, expected: item.onHand, found, difference, reason })
  }
  return judged
}

function byItem(one: Line, other: Line): number {
  return one.itemId < other.itemId ? -1 : one.itemId > other.itemId ? 1 : 0
}
