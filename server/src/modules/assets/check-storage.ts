import type { RoomId } from '@shiji/contract/assets'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { tellAssets } from './measures/tell-assets.ts'
import { findRoom } from './room-store.ts'

type Input = {
  readonly id: RoomId
  readonly checkedOn: string
  readonly items: number
  readonly passed: number
  readonly note: string
}

export async function checkStorage(context: Context, { id: roomId, ...check }: Input) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const { unitId } = (await findRoom(tx, actor, roomId)) ?? refuse('not-found')
    refuseAhead(context, check.checkedOn)
    if (check.passed > check.items) refuse('more-than-looked-at')

    const row = { id: context.newId(), roomId, ...check }
    await tx
      .insertInto('assetsStorageCheck')
      .values({ ...row, recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'assets.storage-checked', ...row })
    await tellAssets(tx, context, { unitId, projectId: null, days: [check.checkedOn] })
    return {}
  })
}
