import type { ImportPlan } from '@shiji/kernel/directory-import/plan-import'
import type { PlannedPerson } from '@shiji/kernel/directory-import/plan-people'
import { sql } from 'kysely'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { type LedgerNote, recordAllInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { searchWordsOf } from '../search-words.ts'
import type { Places } from './list-unit-store.ts'

type Wanted = { readonly people: ImportPlan['people']; readonly places: Places }

/** A person of a list as they stand after it. */
export type ListedPerson = PlannedPerson & { readonly id: string; readonly unitId: string }

/** The people of a list. The roles it names are asked for, and granted by somebody else (三员分立). */
export async function saveListPeople(tx: Tx, context: PersonContext, wanted: Wanted): Promise<ListedPerson[]> {
  const { people, places } = wanted
  const placed = (some: readonly PlannedPerson[]) =>
    some.map((one) => ({ ...one, id: one.was?.id ?? context.newId(), unitId: places(one.unitRef) }))
  const [made, changed, same] = [placed(people.made), placed(people.changed), placed(people.same)]
  await insertPeople(tx, made)
  await updatePeople(tx, changed)
  await askForRoles(tx, context, [...made, ...changed])
  await recordAllInLedger(tx, context, [
    ...made.map(({ id, unitId, name, number }) => ({
      did: 'directory.person-invited',
      personId: id,
      unitId,
      name,
      number,
    })),
    ...changed.flatMap(changeNote),
    ...[...made, ...changed].flatMap(({ id, asks }) =>
      asks.length === 0 ? [] : [{ did: 'directory.roles-asked', personId: id, roles: asks }],
    ),
  ])
  return [...made, ...changed, ...same]
}

async function insertPeople(tx: Tx, people: readonly ListedPerson[]): Promise<void> {
  const rows = people.map(({ id, unitId, name, login, number }) => ({
    id,
    unitId,
    name,
    login,
    staffNumber: number,
    state: 'invited',
    ...searchWordsOf(name, login),
  }))
  for (const piece of inPieces(rows)) await tx.insertInto('directoryPerson').values(piece).execute()
}

async function updatePeople(tx: Tx, people: readonly ListedPerson[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(({ id, unitId, name, login, number }) => {
    const { sought, bigrams } = searchWordsOf(name, login)
    return { id, unit_id: unitId, name, login, staff_number: number, sought, bigrams }
  })
  await sql`
    update directory_person
       set unit_id = given.unit_id, name = given.name, login = given.login, staff_number = given.staff_number,
           sought = given.sought, bigrams = given.bigrams
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (id uuid, unit_id uuid, name text, login text, staff_number text, sought text, bigrams text[])
     where directory_person.id = given.id`.execute(tx)
}

async function askForRoles(tx: Tx, context: PersonContext, people: readonly ListedPerson[]): Promise<void> {
  const requests = people.flatMap(({ id, asks }) =>
    asks.map((role) => ({ personId: id, role, askedBy: context.actor.personId, askedAt: context.now })),
  )
  for (const piece of inPieces(requests)) await tx.insertInto('directoryRoleRequest').values(piece).execute()
}

function changeNote({ id, was, name, login, number, unitId }: ListedPerson): LedgerNote[] {
  if (was === null) return []
  const before = { name: was.name, login: was.login, number: was.number, unitId: was.unitId }
  const after = { name, login, number, unitId }
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ did: 'directory.person-changed', personId: id, before, after }]
}
