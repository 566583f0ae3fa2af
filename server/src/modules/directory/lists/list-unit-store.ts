import type { ImportPlan } from '@shiji/kernel/directory-import/plan-import'
import type { PlannedUnit } from '@shiji/kernel/directory-import/plan-units'
import { sql } from 'kysely'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { type LedgerNote, recordAllInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { officeDay } from '#platform/office-day'
import { toPinyin } from '../search-words.ts'

type Wanted = { readonly units: ImportPlan['units']; readonly source: string }

/** Where the plan's references lead: the id of a known unit is its own reference. */
export type Places = (ref: string) => string

/** The units of a list, with a line of history for each that was there. */
export async function saveListUnits(tx: Tx, context: PersonContext, { units, source }: Wanted): Promise<Places> {
  const ids = new Map(units.made.map(({ ref }) => [ref, context.newId()]))
  const placeOf: Places = (ref) => ids.get(ref) ?? ref
  await insertUnits(tx, units.made, placeOf)
  await updateUnits(tx, units.changed)
  await hangUnits(tx, [...units.made, ...units.changed], placeOf)
  const changes = units.changed.flatMap((unit) => historyOf(unit, context, { placeOf, source }))
  for (const piece of inPieces(changes)) await tx.insertInto('directoryUnitChange').values(piece).execute()
  await recordAllInLedger(tx, context, [
    ...units.made.map(({ ref, name, kind, code }) => ({
      did: 'directory.unit-added',
      unitId: placeOf(ref),
      name,
      kind,
      code,
    })),
    ...changes.map(({ madeAt: _, ...change }) => ({ ...change, did: `directory.unit-${change.did}` })),
    ...units.changed.flatMap(kindNote),
  ])
  return placeOf
}

/** At first each stands by itself; its place in the tree comes once all are there. */
async function insertUnits(tx: Tx, units: readonly PlannedUnit[], placeOf: Places): Promise<void> {
  const rows = units.map(({ ref, name, kind, code }) => {
    const id = placeOf(ref)
    return { id, parentId: null, name, kind, code, state: 'open', ancestors: [id], pinyin: pinyinOf(name) }
  })
  for (const piece of inPieces(rows)) await tx.insertInto('directoryUnit').values(piece).execute()
}

async function updateUnits(tx: Tx, units: readonly PlannedUnit[]): Promise<void> {
  if (units.length === 0) return
  const column = (textOf: (unit: PlannedUnit) => string | null) => units.map(textOf)
  await sql`
    update directory_unit set name = given.name, kind = given.kind, code = given.code, pinyin = given.pinyin
      from unnest(${column(({ ref }) => ref)}::uuid[], ${column(({ name }) => name)}::text[],
                  ${column(({ kind }) => kind)}::text[], ${column(({ code }) => code)}::text[],
                  ${column(({ name }) => pinyinOf(name))}::text[]) as given (id, name, kind, code, pinyin)
     where directory_unit.id = given.id`.execute(tx)
}

/** Puts every unit in its place and writes the way up anew for whatever moved with it. */
async function hangUnits(tx: Tx, units: readonly PlannedUnit[], placeOf: Places): Promise<void> {
  if (units.length === 0) return
  const [ids, parents] = [units.map(({ ref }) => placeOf(ref)), units.map(({ parentRef }) => placeOf(parentRef))]
  await sql`
    update directory_unit set parent_id = given.parent_id
      from unnest(${ids}::uuid[], ${parents}::uuid[]) as given (id, parent_id)
     where directory_unit.id = given.id`.execute(tx)
  await sql`
    with recursive tree as (
      select id, array[id] as way from directory_unit where parent_id is null
      union all
      select below.id, tree.way || below.id from directory_unit below join tree on below.parent_id = tree.id
    )
    update directory_unit set ancestors = tree.way
      from tree where tree.id = directory_unit.id and ancestors <> tree.way`.execute(tx)
}

const REASON = '按名单导入：'

type Source = { readonly placeOf: Places; readonly source: string }

function historyOf({ was, name, parentRef }: PlannedUnit, context: PersonContext, { placeOf, source }: Source) {
  if (was === null) return []
  const parentId = placeOf(parentRef)
  const line = {
    unitId: was.id,
    effectiveOn: officeDay(context.now).toString(),
    reason: `${REASON}${source}`,
    nameBefore: was.name,
    nameAfter: name,
    parentBefore: was.parentId,
    parentAfter: parentId,
    otherId: null,
    madeBy: context.actor.personId,
    madeAt: context.now,
  }
  const did = [...(was.name === name ? [] : ['renamed']), ...(was.parentId === parentId ? [] : ['moved'])]
  return did.map((what) => ({ ...line, id: context.newId(), did: what }))
}

function kindNote({ was, kind, code }: PlannedUnit): LedgerNote[] {
  if (was === null || (was.kind === kind && was.code === code)) return []
  const [before, after] = [
    { kind: was.kind, code: was.code },
    { kind, code },
  ]
  return [{ did: 'directory.unit-kind-set', unitId: was.id, before, after }]
}

function pinyinOf(name: string): string {
  return toPinyin(name, { isPerson: false })
}
