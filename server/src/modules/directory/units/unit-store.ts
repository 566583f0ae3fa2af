import { Unit, type UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import type { PersonContext } from '#platform/context'
import { insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import { keepStatement } from '#platform/database/statement'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { isWithin } from '../person-store.ts'
import { toPinyin } from '../search-words.ts'

const COLUMNS = ['id', 'parentId', 'name', 'kind', 'state', 'ancestors', 'pinyin'] as const

export type Ground = { readonly id: UnitId; readonly effectiveOn: string; readonly reason: string }
export type UnitRow = Awaited<ReturnType<typeof lockOpenUnit>>

/** Two changes of the tree never cross: each waits for the other at the root. */
export async function lockTree(tx: Tx): Promise<void> {
  await heldRoot(tx, {})
}

const heldRoot = keepStatement((reader) =>
  reader.selectFrom('directoryUnit').select('id').where('parentId', 'is', null).forUpdate().compile(),
)

/** What two changes of one unit's records wait for one another on. */
export async function lockOwnUnit(tx: Tx, { actor }: PersonContext): Promise<void> {
  await tx.selectFrom('directoryUnit').select('id').where('id', '=', actor.unitId).forUpdate().execute()
}

/** A unit of the actor's that is still in use. */
export async function lockOpenUnit(tx: Tx, context: PersonContext, id: string) {
  const [unit] = await unitInReach(tx, { id, own: context.actor.unitId })
  if (unit === undefined) return refuse('not-found')
  if (unit.state !== 'open') refuse('unit-not-open', { unit: unit.name })
  return unit
}

const unitInReach = keepStatement((reader, { id, own }: { readonly id: string; readonly own: string }) =>
  reader.selectFrom('directoryUnit').select(COLUMNS).where('id', '=', id).where(isWithin(own)).compile(),
)

/** The same, and neither the district itself nor changed from a day that has not come. */
export async function lockForChange(tx: Tx, context: PersonContext, { id, effectiveOn }: Ground) {
  requireDayPast(context, effectiveOn)
  await lockTree(tx)
  const unit = await lockOpenUnit(tx, context, id)
  return unit.parentId === null ? refuse('unit-is-district', { unit: unit.name }) : unit
}

export function requireDayPast(context: PersonContext, day: string): void {
  if (Temporal.PlainDate.compare(day, officeDay(context.now)) > 0) refuse('day-ahead', { day })
}

/** Costs no round trip: nothing but what comes after it needs it. */
export function insertUnit(
  tx: Tx,
  unit: { id: string; parentId: string | null; name: string; kind: string; above: readonly string[] },
) {
  const { above, ...columns } = unit
  const row = {
    ...columns,
    state: 'open',
    ancestors: [...above, unit.id],
    pinyin: toPinyin(unit.name, { isPerson: false }),
  }
  sendAlong(tx, insertRows('directoryUnit', [row]))
  return toUnit(row)
}

/** Puts a unit under another; the way up is written anew for it and for everything below it, in one statement. */
export async function hangUnder(tx: Tx, unit: { id: string }, parent: { id: string }): Promise<void> {
  await tx.updateTable('directoryUnit').set({ parentId: parent.id }).where('id', '=', unit.id).execute()
  await sql`
    update directory_unit below
       set ancestors = parent.ancestors || below.ancestors[array_position(below.ancestors, ${unit.id}::uuid):]
      from directory_unit parent
     where parent.id = ${parent.id} and below.ancestors @> array[${unit.id}]::uuid[]`.execute(tx)
}

type UnitChangeNote = {
  readonly did: 'renamed' | 'moved' | 'merged' | 'took-in' | 'split' | 'split-off' | 'closed'
  readonly name?: string
  readonly parentId?: string
  readonly otherId?: string
}

/** One line of a unit's history, and the entry in the ledger. */
export async function recordUnitChange(
  tx: Tx,
  context: PersonContext,
  { unit, ground, note }: { unit: UnitRow; ground: Omit<Ground, 'id'>; note: UnitChangeNote },
): Promise<void> {
  const { did, name = unit.name, parentId = unit.parentId, otherId = null } = note
  const change = {
    unitId: unit.id,
    did,
    effectiveOn: ground.effectiveOn,
    reason: ground.reason,
    nameBefore: unit.name,
    nameAfter: name,
    parentBefore: unit.parentId,
    parentAfter: parentId,
    otherId,
  }
  await tx
    .insertInto('directoryUnitChange')
    .values({ ...change, id: context.newId(), madeBy: context.actor.personId, madeAt: context.now })
    .execute()
  await recordInLedger(tx, context, { ...change, did: `directory.unit-${did}` })
}

export async function readUnitRow(tx: Tx, id: string) {
  const row = await tx.selectFrom('directoryUnit').select(COLUMNS).where('id', '=', id).executeTakeFirstOrThrow()
  return toUnit(row)
}

function toUnit({ id, parentId, name, kind, state, pinyin }: Omit<UnitRow, 'ancestors'>) {
  return Unit.parse({ id, parentId, name, kind, state, pinyin })
}
