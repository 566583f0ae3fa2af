import type { PersonId, Role, UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { type Actor, eyesOf } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { fold, pairsOf, searchWordsOf } from './search-words.ts'

export type PersonRow = {
  readonly id: PersonId
  readonly name: string
  readonly login: string
  readonly unitId: UnitId
  readonly unitName: string
  readonly roles: Role[]
  readonly state: 'invited' | 'active' | 'disabled'
}

export async function findPersonRow(reader: Reader, id: string): Promise<PersonRow | undefined> {
  const [person] = await personOf(reader, { id })
  return toPerson(person)
}

const personOf = keepStatement((reader, { id }: { readonly id: string }) =>
  people(reader).where('directoryPerson.id', '=', id).compile(),
)

export function findByLogin(reader: Reader, login: string) {
  return reader
    .selectFrom('directoryPerson')
    .select(['id', 'passwordHash', 'passwordSetAt', 'state'])
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst()
}

/** Everybody who can sign in or could once, by login. */
export async function listAccounts(reader: Reader): Promise<PersonRow[]> {
  const rows = await people(reader)
    .where('directoryPerson.login', 'is not', null)
    .orderBy('directoryPerson.login')
    .execute()
  return rows.map((row) => toPerson(row)).filter((row) => row !== undefined)
}

type PeopleWanted = {
  readonly search: string
  readonly unitId: UnitId | undefined
  readonly after: string | undefined
  readonly limit: number
}

export async function listPeopleRows(
  reader: Reader,
  actor: Actor,
  { search, unitId, after, limit }: PeopleWanted,
): Promise<PersonRow[]> {
  const visible = people(reader).where(visibleTo(actor))
  const wanted = unitId === undefined ? visible : visible.where('directoryPerson.unitId', '=', unitId)
  const rows = await wanted
    .where(soughtBy(search))
    .where('directoryPerson.id', '>', after ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('directoryPerson.id')
    .limit(limit)
    .execute()
  return rows.map((row) => toPerson(row)).filter((row) => row !== undefined)
}

/** The person, locked for a change, if the actor may see them. */
export async function requireVisiblePerson(tx: Tx, actor: Actor, id: string) {
  const person = await tx
    .selectFrom('directoryPerson')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
    .select(['directoryPerson.id', 'directoryPerson.state', 'directoryPerson.passwordHash'])
    .where('directoryPerson.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate(['directoryPerson'])
    .executeTakeFirst()
  return person ?? refuse('not-found')
}

/** Rights inside a tenant follow the unit tree, as a predicate of the statement and never as a filter afterwards. */
export function visibleTo(actor: Actor) {
  return isWithin(eyesOf(actor).unitId)
}

/** Of this unit and all below it: the scope of a measure. */
export function isWithin(unitId: string | null) {
  return sql<boolean>`directory_unit.ancestors @> array[${unitId}]::uuid[]`
}

/** By name, login or pinyin. The index finds who has every pair of characters; the text says whether in this order. */
export function soughtBy(search: string) {
  const wanted = fold(search)
  const pairs = pairsOf(wanted)
  return sql<boolean>`directory_person.sought like ${`%${escapeLike(wanted)}%`} and directory_person.bigrams @> ${pairs}::text[]`
}

export async function savePerson(tx: Tx, person: { id: string; unitId: string; name: string }): Promise<void> {
  await tx
    .insertInto('directoryPerson')
    .values({ ...person, state: 'invited', ...searchWordsOf(person.name, null) })
    .execute()
}

export async function savePassword(
  tx: Tx,
  id: string,
  { hash, earlier, now }: { hash: string; earlier: string[]; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('directoryPerson')
    .set({ passwordHash: hash, passwordSetAt: now, earlierHashes: earlier })
    .where('id', '=', id)
    .execute()
}

function people(reader: Reader) {
  return reader
    .selectFrom('directoryPerson')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
    .select((column) => [
      'directoryPerson.id',
      'directoryPerson.name',
      'directoryPerson.login',
      'directoryPerson.unitId',
      'directoryUnit.name as unitName',
      'directoryPerson.state',
      column
        .selectFrom('directoryRole')
        .select(sql<string[]>`coalesce(array_agg(role order by role), '{}')`.as('roles'))
        .whereRef('directoryRole.personId', '=', 'directoryPerson.id')
        .as('roles'),
    ])
}

type RawPerson = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirst']>>

function toPerson(row: RawPerson): PersonRow | undefined {
  if (row === undefined) return undefined
  const state = row.state as PersonRow['state']
  return {
    ...row,
    id: row.id as PersonId,
    unitId: row.unitId as UnitId,
    login: row.login ?? '',
    roles: (row.roles ?? []) as Role[],
    state,
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
