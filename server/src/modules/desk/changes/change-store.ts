import type { ChangeResult, ChangeRisk, ChangeState } from '@shiji/kernel/change/change-life'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

export type ChangePlanRow = {
  readonly what: string
  readonly why: string
  readonly risk: ChangeRisk
  readonly backOut: string
  readonly services: string[]
  readonly plannedFrom: Temporal.Instant
  readonly plannedUntil: Temporal.Instant
}

type NewChange = ChangePlanRow & {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly filedBy: string
  readonly filedAt: Temporal.Instant
}

export async function saveNewChange(tx: Tx, change: NewChange, places: readonly string[]): Promise<void> {
  await tx
    .insertInto('deskChange')
    .values({ ...change, state: 'reviewing' })
    .execute()
  await savePlaces(tx, change.id, places)
}

export async function savePlaces(tx: Tx, changeId: string, places: readonly string[]): Promise<void> {
  await tx.deleteFrom('deskChangePlace').where('changeId', '=', changeId).execute()
  const rows = [...new Set(places)].map((unitId) => ({ changeId, unitId }))
  await tx.insertInto('deskChangePlace').values(rows).execute()
}

/** The change, locked for the next step of its life. */
export async function lockChange(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('deskChange')
    .select(['id', 'number', 'what', 'unitId', 'state', 'filedBy', 'plannedFrom', 'plannedUntil', 'announcedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, state: row.state as ChangeState }
}

type ChangeMove = Partial<
  ChangePlanRow & {
    readonly state: ChangeState
    readonly approvedAt: Temporal.Instant
    readonly announcedAt: Temporal.Instant
    readonly announcedBy: string
    readonly announcement: string
    readonly result: ChangeResult
    readonly resultNote: string
    readonly beganAt: Temporal.Instant | null
    readonly endedAt: Temporal.Instant | null
    readonly reportedAt: Temporal.Instant
    readonly reportedBy: string
  }
>

export async function moveChange(tx: Tx, id: string, move: ChangeMove): Promise<void> {
  await tx.updateTable('deskChange').set(move).where('id', '=', id).execute()
}

/** BG-2026-0007: one counter for each register and year. */
export async function nextRegisterNumber(
  tx: Tx,
  { register, prefix, year }: { register: string; prefix: string; year: number },
): Promise<string> {
  const { last } = await tx
    .insertInto('deskRegisterCounter')
    .values({ register, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['register', 'year']).doUpdateSet({ last: sql<number>`desk_register_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${prefix}-${year}-${String(last).padStart(4, '0')}`
}

/** Changes the actor may see, with the places they touch. */
export function selectChanges(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('deskChange as change')
    .innerJoin('directoryUnit as unit', 'unit.id', 'change.unitId')
    .selectAll('change')
    .select('unit.name as unitName')
    .select(
      sql<{ id: string; name: string }[]>`(
        select json_agg(json_build_object('id', place.id, 'name', place.name) order by place.name)
        from desk_change_place touched join directory_unit place on place.id = touched.unit_id
        where touched.change_id = change.id)`.as('places'),
    )
    .where(changeVisibleTo(actor))
}

/** Planned in the own unit or below, or touching a place below or above it. */
function changeVisibleTo(actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return sql<boolean>`(change.unit_id in (select id from directory_unit where ancestors @> array[${own}]::uuid[])
    or exists (
      select 1 from desk_change_place touched join directory_unit place on place.id = touched.unit_id
      where touched.change_id = change.id and (place.ancestors @> array[${own}]::uuid[]
        or place.id = any((select ancestors from directory_unit where id = ${own}::uuid)::uuid[]))))`
}

/** Whoever works at the places a change touches and below them, but for the one who tells. */
export async function peopleOfPlaces(reader: Reader, changeId: string, without: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select('person.id')
    .where('person.state', '=', 'active')
    .where('person.id', '<>', without)
    .where(
      sql<boolean>`exists (select 1 from desk_change_place touched
        where touched.change_id = ${changeId}::uuid and touched.unit_id = any(unit.ancestors))`,
    )
    .orderBy('person.id')
    .execute()
  return rows.map(({ id }) => id)
}
