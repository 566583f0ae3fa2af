import { AssetCategory, AssetId, AssetState, RoomId } from '@shiji/contract/assets'
import { UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

type AssetQuery = {
  readonly search: string
  readonly state?: string | undefined
  readonly category?: string | undefined
  readonly roomId?: string | undefined
}

/** Assets the actor sees that are asked for. */
export function fromAssets(reader: Reader, actor: Actor, { search, state, category, roomId }: AssetQuery) {
  const sought = sql<boolean>`strpos(concat_ws(' ', asset.number, asset.name, asset.model, asset.serial, asset.keeper,
    room.name, directory_unit.name), ${search}) > 0`
  return reader
    .selectFrom('assetsAsset as asset')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
    .leftJoin('assetsRoom as room', 'room.id', 'asset.roomId')
    .where(visibleTo(actor))
    .$if(search !== '', (query) => query.where(sought))
    .$if(state !== undefined, (query) => query.where('asset.state', '=', state ?? ''))
    .$if(category !== undefined, (query) => query.where('asset.category', '=', category ?? ''))
    .$if(roomId !== undefined, (query) => query.where('asset.roomId', '=', roomId ?? ''))
}

export const SHOWN = [
  'asset.id',
  'asset.number',
  'asset.name',
  'asset.category',
  'asset.model',
  'asset.state',
  'asset.stateSince',
  'asset.keeper',
  'asset.unitId',
  'directoryUnit.name as unitName',
  'asset.roomId',
  'room.name as roomName',
] as const

type Shown = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly category: string
  readonly model: string
  readonly state: string
  readonly stateSince: string
  readonly keeper: string
  readonly unitId: string
  readonly unitName: string
  readonly roomId: string | null
  readonly roomName: string | null
}

export function toAsset({ unitId, unitName, roomId, roomName, ...row }: Shown) {
  return {
    ...row,
    id: AssetId.parse(row.id),
    category: AssetCategory.parse(row.category),
    state: AssetState.parse(row.state),
    unit: { id: UnitId.parse(unitId), name: unitName },
    room: roomId === null ? null : { id: RoomId.parse(roomId), name: roomName ?? '' },
  }
}
