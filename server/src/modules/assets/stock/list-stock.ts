import type { RoomId } from '@shiji/contract/assets'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findRoom } from '../room-store.ts'
import { fromStock, IS_SHORT, ON_HAND, STOCK_SHOWN, toStockItem } from './stock-rows.ts'

const PAGE = 100
const PLACE = /^(.{1,40}) ([0-9a-f-]{36})$/u

type Input = {
  readonly search: string
  readonly roomId?: RoomId | undefined
  readonly shortOnly: boolean
  readonly after?: string | undefined
}

/** By their codes; how many are short is said of all that are asked for. */
export async function listStock(context: Context, { after, ...query }: Input) {
  requirePermission(context, 'assets.read')
  const { actor } = context
  const [, code = '', id = ''] = (after === undefined ? null : PLACE.exec(after)) ?? []
  if (after !== undefined && id === '') refuse('not-found')
  return read(context.db, async (reader) => {
    const { roomId } = query
    if (roomId !== undefined && (await findRoom(reader, actor, roomId)) === undefined) refuse('not-found')
    const rows = await fromStock(reader, actor, query)
      .select(STOCK_SHOWN)
      .select(ON_HAND.as('onHand'))
      .$if(id !== '', (some) => some.where(sql<boolean>`(item.code, item.id) > (${code}, ${id}::uuid)`))
      .orderBy('item.code')
      .orderBy('item.id')
      .limit(PAGE)
      .execute()
    const counts = await fromStock(reader, actor, { ...query, shortOnly: false })
      .select([
        sql<number>`count(*)::int`.as('all'),
        sql<number>`(count(*) filter (where ${IS_SHORT}))::int`.as('short'),
      ])
      .executeTakeFirstOrThrow()
    const last = rows.at(-1)
    return {
      items: rows.map(toStockItem),
      next: rows.length === PAGE && last !== undefined ? `${last.code} ${last.id}` : null,
      ...counts,
    }
  })
}
