import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findUnitInReach } from '../tickets/unit-in-reach.ts'
import { listSpotRows } from './spot-store.ts'

export async function listSpots(context: Context, { unitId }: { unitId?: UnitId | undefined }) {
  requirePermission(context, 'desk.manage-spots')
  return read(context.db, async (reader) => {
    const isOutside = unitId !== undefined && (await findUnitInReach(reader, context.actor, unitId)) === undefined
    if (isOutside) refuse('not-found')
    return listSpotRows(reader, context.actor, { unitId })
  })
}
