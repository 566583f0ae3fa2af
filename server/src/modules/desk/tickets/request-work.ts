import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDistrict, findTeam } from '../teams/team-store.ts'
import { tellTeam } from '../teams/tell-team.ts'
import { saveCall } from './save-call.ts'

type Wanted = {
  readonly unitId: string
  /** A service of the desk. */
  readonly service: string
  readonly what: string
}

/** What somebody found that has to be done, with nothing broken yet: a request in their name, and the team is told. */
export async function requestWork(
  tx: Tx,
  context: PersonContext,
  { unitId, service, what }: Wanted,
): Promise<{ id: string; number: string }> {
  const { actor, now } = context
  const id = context.newId()
  const { number } = await saveCall(tx, context, {
    ...{ id, kind: 'request', channel: 'api', service, scope: 'one', contact: '', place: '', what },
    caller: { id: actor.personId, name: await nameOf(tx, context), unitId },
    teamId: (await findTeam(tx, unitId)) ?? (await findDistrict(tx)),
    lateReason: '',
    by: actor.personId,
    time: { at: now.toString(), isLate: false, aheadSeconds: 0, device: null },
  })
  await tellTeam(tx, context, id)
  return { id, number }
}

async function nameOf(tx: Tx, { actor }: PersonContext): Promise<string> {
  const person = await tx
    .selectFrom('directoryPerson')
    .select('name')
    .where('id', '=', actor.personId)
    .executeTakeFirst()
  return (person ?? refuse('not-found')).name
}
