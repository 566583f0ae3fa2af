import type { Role } from '@shiji/contract/directory'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'

export const STAFF: readonly Role[] = ['engineer', 'duty-operator', 'centre-manager']

/** The unit's table goes by `unit`. */
export const isOfVendor = sql<boolean>`exists (
  select 1 from directory_unit above where above.id = any(unit.ancestors) and above.kind = 'vendor')`

/**
 * Nobody judges the own work: whoever works at a desk, belongs to a team that serves, or to a vendor. The person's table
 * goes by `person`, its unit by `unit`.
 */
export const isBarred = sql<boolean>`(
  exists (select 1 from directory_role role where role.person_id = person.id and role.role = any(${[...STAFF]}::text[]))
  or unit.ancestors && array(select team_id from desk_team)
  or ${isOfVendor})`

export async function isPersonBarred(reader: Reader, personId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select(isBarred.as('isBarred'))
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row?.isBarred ?? false
}
