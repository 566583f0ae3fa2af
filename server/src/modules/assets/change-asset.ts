import { type AssetId, AssetState, type RoomId } from '@shiji/contract/assets'
import { ASSET_LIFE } from '@shiji/kernel/assets/asset-life'
import { ASSET_STATES, type AssetState as State } from '@shiji/kernel/assets/asset-words'
import { say } from '@shiji/kernel/wording'
import { visibleTo } from '#modules/directory'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { tellAssets } from './measures/tell-assets.ts'
import { findRoom } from './room-store.ts'

type Input = {
  readonly id: AssetId
  readonly state: State
  readonly roomId: RoomId | null
  readonly keeper: string
  readonly happenedOn: string
  readonly note: string
}

/** Moved or given to somebody else it stays in its state; everything else goes along the life of an asset. */
export async function changeAsset(context: Context, { id, state, roomId, keeper, happenedOn, note }: Input) {
  requirePermission(context, 'assets.write')
  const { actor, now, language } = context
  return inTransaction(context.db, async (tx) => {
    const asset = (await lockAsset(tx, actor, id)) ?? refuse('not-found')
    if (roomId !== null && (await findRoom(tx, actor, roomId)) === undefined) refuse('not-found')
    refuseAhead(context, happenedOn)
    const was = AssetState.parse(asset.state)
    if (was !== state && !ASSET_LIFE[was].includes(state))
      refuse('asset-cannot', { state: say(ASSET_STATES[was], language), next: say(ASSET_STATES[state], language) })

    const seen = { state, roomId, keeper }
    const stateSince = was === state ? asset.stateSince : happenedOn
    await tx
      .updateTable('assetsAsset')
      .set({ ...seen, stateSince })
      .where('id', '=', id)
      .execute()
    const event = { id: context.newId(), assetId: id, ...seen, happenedOn, note }
    await tx
      .insertInto('assetsEvent')
      .values({ ...event, recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'assets.asset-changed', ...event, was })
    await tellAssets(tx, context, { unitId: asset.unitId, projectId: asset.projectId, days: [happenedOn] })
    return {}
  })
}

function lockAsset(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('assetsAsset as asset')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
    .select(['asset.unitId', 'asset.projectId', 'asset.state', 'asset.stateSince'])
    .where('asset.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate('asset')
    .executeTakeFirst()
}
