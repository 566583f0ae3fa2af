import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findServedUnit } from '../tickets/unit-in-reach.ts'

export type Calling = { readonly callerId: string | null; readonly callerName: string; readonly unitId: string | null }

export type Caller = {
  readonly id: string | null
  readonly name: string
  readonly unitId: string
  /** Who serves the unit; null when nobody was named. */
  readonly teamId: string | null
}

/**
 * Who calls, and which unit is hit: the own one, one below it, or one the own team serves.
 */
export async function findCaller(
  reader: Reader,
  { actor }: PersonContext,
  { callerId, callerName, unitId }: Calling,
): Promise<Caller> {
  const caller = callerId === null ? null : ((await findPerson(reader, callerId)) ?? refuse('not-found'))
  const wanted = unitId ?? caller?.unitId
  const name = caller?.name ?? callerName
  if (wanted === undefined || name === '') refuse('caller-missing')
  const unit = await findServedUnit(reader, actor, wanted)
  if (unit === undefined) refuse('not-found')
  return { id: caller?.id ?? null, name, unitId: unit.id, teamId: unit.teamId }
}

export function findPerson(reader: Reader, id: string) {
  return reader
    .selectFrom('directoryPerson')
    .select(['id', 'name', 'unitId'])
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
}
