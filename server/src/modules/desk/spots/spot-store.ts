import { SpotId } from '@shiji/contract/desk-spots'
import { UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { isInReach } from '../tickets/unit-in-reach.ts'

type Wanted = { readonly unitId?: string | undefined; readonly id?: string }

/** Places of units the actor may log calls for. */
export async function listSpotRows(reader: Reader, actor: Actor, { unitId, id }: Wanted) {
  const rows = await reader
    .selectFrom('deskSpot as spot')
    .innerJoin('directoryUnit as unit', 'unit.id', 'spot.unitId')
    .select(['spot.id', 'spot.name', 'spot.code', 'spot.isOpen', 'unit.id as unitId', 'unit.name as unitName'])
    .select(sql<bigint>`(select count(*) from desk_report where spot_id = spot.id)`.as('reports'))
    .where(isInReach(actor))
    .$if(unitId !== undefined, (spots) => spots.where('spot.unitId', '=', unitId ?? null))
    .$if(id !== undefined, (spots) => spots.where('spot.id', '=', id ?? null))
    .orderBy('unit.name')
    .orderBy('spot.name')
    .limit(2_000)
    .execute()
  return rows.map((row) => ({
    id: SpotId.parse(row.id),
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    name: row.name,
    path: `/q/${row.code}`,
    isOpen: row.isOpen,
    reports: Number(row.reports),
  }))
}

type NewSpot = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly code: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

/** Those that are new; a place of the same name is there already. */
export async function saveSpots(tx: Tx, spots: readonly NewSpot[]): Promise<{ id: string; name: string }[]> {
  return tx
    .insertInto('deskSpot')
    .values(spots.map((spot) => ({ ...spot, isOpen: true })))
    .onConflict((conflict) => conflict.constraint('desk_spot_once').doNothing())
    .returning(['id', 'name'])
    .execute()
}

export async function moveSpot(tx: Tx, id: string, change: { code: string } | { isOpen: boolean }): Promise<void> {
  await tx.updateTable('deskSpot').set(change).where('id', '=', id).execute()
}

/** The open place behind a code. */
export function findOpenSpot(reader: Reader, code: string) {
  return openSpots(reader).where('spot.code', '=', code).executeTakeFirst()
}

/** The same, locked: reports of one place come one after another. */
export function lockOpenSpot(tx: Tx, code: string) {
  return openSpots(tx).where('spot.code', '=', code).forUpdate(['spot']).executeTakeFirst()
}

function openSpots(reader: Reader) {
  return reader
    .selectFrom('deskSpot as spot')
    .innerJoin('directoryUnit as unit', 'unit.id', 'spot.unitId')
    .select(['spot.id', 'spot.name', 'spot.unitId', 'unit.name as unit'])
    .where('spot.isOpen', '=', true)
}
