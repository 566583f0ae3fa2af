import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { findDistrict, findTeam } from '../teams/team-store.ts'
import { tellTeam } from '../teams/tell-team.ts'
import { saveCall } from './save-call.ts'

type Noticed = {
  readonly unitId: string
  /** A service of the desk. */
  readonly service: string
  readonly what: string
  /** The machine that noticed it, as people call it. */
  readonly by: string
  /** When it began: its clocks run from then (rules.md §4.1, the first alarm). */
  readonly at: Temporal.Instant
}

/** What a machine noticed becomes an incident nobody has classified yet, and the team is told at once. */
export async function raiseIncident(
  tx: Tx,
  context: Context,
  { unitId, service, what, by, at }: Noticed,
): Promise<{ id: string; number: string }> {
  const id = context.newId()
  const { number } = await saveCall(tx, context, {
    ...{ id, kind: 'incident', channel: 'api', service, scope: 'building', contact: '', place: '', what },
    caller: { id: null, name: by, unitId },
    teamId: (await findTeam(tx, unitId)) ?? (await findDistrict(tx)),
    lateReason: '',
    by: null,
    time: { at: at.toString(), isLate: false, aheadSeconds: 0, device: null },
  })
  await tellTeam(tx, context, id)
  return { id, number }
}
