import { findUnit } from '#modules/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listOwnHours, versionAt } from './change-store.ts'

export async function readOwnHours(context: Context, { unitId }: { unitId: string }) {
  requireSignedIn(context)
  return read(context.db, async (reader) => {
    if ((await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const version = await versionAt(reader, context.now)
    const kept = (await listOwnHours(reader, unitId, version)).find((one) => one.unitId === unitId)
    return { ...(kept?.hours ?? { overrides: [], terms: [], windows: [] }), basedOn: kept?.number ?? 0 }
  })
}
