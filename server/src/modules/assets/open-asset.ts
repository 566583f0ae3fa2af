import { type AssetId, AssetState } from '@shiji/contract/assets'
import { ASSET_LIFE } from '@shiji/kernel/assets/asset-life'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { fromAssets, SHOWN, toAsset } from './asset-rows.ts'

export async function openAsset(context: Context, { id }: { id: AssetId }) {
  requirePermission(context, 'assets.read')
  return read(context.db, async (reader) => {
    const row = await fromAssets(reader, context.actor, { search: '' })
      .select(SHOWN)
      .select(['asset.serial', 'asset.price', 'asset.deliveredOn', 'asset.enteredOn', 'asset.warrantyUntil'])
      .where('asset.id', '=', id)
      .executeTakeFirst()
    if (row === undefined) return refuse('not-found')
    const { serial, price, deliveredOn, enteredOn, warrantyUntil } = row
    const asset = toAsset(row)
    return {
      ...asset,
      ...{ serial, price, deliveredOn, enteredOn, warrantyUntil },
      entryDelay: deliveredOn === null ? null : daysBetween(deliveredOn, enteredOn),
      next: [...ASSET_LIFE[asset.state]],
      events: await listEvents(reader, id),
    }
  })
}

function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(until).days
}

async function listEvents(reader: Reader, assetId: string) {
  const rows = await reader
    .selectFrom('assetsEvent as event')
    .innerJoin('directoryPerson as person', 'person.id', 'event.recordedBy')
    .leftJoin('assetsRoom as room', 'room.id', 'event.roomId')
    .select(['event.happenedOn', 'event.state', 'event.keeper', 'event.note', 'event.recordedAt'])
    .select(['room.name as room', 'person.name as recordedBy'])
    .where('event.assetId', '=', assetId)
    .orderBy('event.happenedOn', 'desc')
    .orderBy('event.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: AssetState.parse(row.state), recordedAt: row.recordedAt.toString() }))
}
