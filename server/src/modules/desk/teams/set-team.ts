import type { UnitId } from '@shiji/contract/directory'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findTeam, saveTeam } from './team-store.ts'

export async function setTeam(context: Context, { unitId, teamId }: { unitId: UnitId; teamId: UnitId }) {
  requirePermission(context, 'desk.assign-teams')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    for (const id of [unitId, teamId]) if ((await findUnit(tx, actor, id)) === undefined) refuse('not-found')
    const before = (await findTeam(tx, unitId)) ?? null
    await saveTeam(tx, { unitId, teamId, setAt: now, setBy: actor.personId })
    await recordInLedger(tx, context, { did: 'desk.team-set', unitId, before, after: teamId })
    return {}
  })
}
