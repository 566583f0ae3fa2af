import { type AssetFilter, AssetState } from '@shiji/contract/assets'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { fromAssets, SHOWN, toAsset } from './asset-rows.ts'
import { findRoom } from './room-store.ts'

const PAGE = 100
const PLACE = /^(.{1,40}) ([0-9a-f-]{36})$/u

/** By their numbers; how many there are in each state is said of all that are asked for, whatever their state. */
export async function listAssets(context: Context, { after, ...query }: z.infer<typeof AssetFilter>) {
  requirePermission(context, 'assets.read')
  const { actor } = context
  const [, number = '', id = ''] = (after === undefined ? null : PLACE.exec(after)) ?? []
  if (after !== undefined && id === '') refuse('not-found')
  return read(context.db, async (reader) => {
    const { roomId } = query
    if (roomId !== undefined && (await findRoom(reader, actor, roomId)) === undefined) refuse('not-found')
    const rows = await fromAssets(reader, actor, query)
      .select(SHOWN)
      .$if(id !== '', (some) => some.where(sql<boolean>`(asset.number, asset.id) > (${number}, ${id}::uuid)`))
      .orderBy('asset.number')
      .orderBy('asset.id')
      .limit(PAGE)
      .execute()
    const states = await fromAssets(reader, actor, { ...query, state: undefined })
      .select(['asset.state', sql<number>`count(*)::int`.as('count')])
      .groupBy('asset.state')
      .orderBy('asset.state')
      .execute()
    const last = rows.at(-1)
    return {
      assets: rows.map(toAsset),
      next: rows.length === PAGE && last !== undefined ? `${last.number} ${last.id}` : null,
      states: states.map(({ state, count }) => ({ state: AssetState.parse(state), count })),
    }
  })
}
