import type { Role } from '@shiji/contract/directory'
import { ROLE_WORDS } from '@shiji/contract/role-words'
import { KIND_WORDS } from '@shiji/contract/unit-words'
import type { KnownUnit } from '@shiji/kernel/directory-import/find-unit'
import type { ImportSheets } from '@shiji/kernel/directory-import/import-sheets'
import { type ImportPlan, planImport } from '@shiji/kernel/directory-import/plan-import'
import type { KnownPerson } from '@shiji/kernel/directory-import/plan-people'
import { fold } from '@shiji/kernel/list-import/read-cells'
import type { Wording } from '@shiji/kernel/wording'
import { sql } from 'kysely'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { ADMINISTRATORS } from '../permissions.ts'
import { visibleTo } from '../person-store.ts'

const KINDS = vocabulary(KIND_WORDS, ['district'])
const ROLES = vocabulary(ROLE_WORDS, [])

export type ListPlan = ImportPlan & {
  /** Every known unit by its id. */
  readonly knownUnits: ReadonlyMap<string, KnownUnit>
}

/** What a file would change as things stand now. */
export async function planList(reader: Reader, context: PersonContext, sheets: ImportSheets): Promise<ListPlan> {
  const { actor } = context
  const [units, people] = [await listKnownUnits(reader, actor), await listKnownPeople(reader, actor, sheets)]
  const plan = planImport(sheets, {
    units,
    people,
    topId: actor.unitId,
    kinds: KINDS,
    roles: ROLES,
    administrators: new Set<string>(ADMINISTRATORS),
  })
  return { ...plan, knownUnits: new Map(units.map((unit) => [unit.id, unit])) }
}

/** Every unit there is, for telling which one a list means. */
export async function listKnownUnits(reader: Reader, actor: Actor): Promise<KnownUnit[]> {
  return reader
    .selectFrom('directoryUnit')
    .select(['id', 'code', 'name', 'kind', 'parentId', visibleTo(actor).as('isVisible')])
    .select(sql<boolean>`state = 'open'`.as('isOpen'))
    .orderBy('id')
    .execute()
}

/** Whoever carries a login or a staff number of the list, wherever they are. */
async function listKnownPeople(reader: Reader, actor: Actor, { people }: ImportSheets): Promise<KnownPerson[]> {
  const textsOf = (column: 'login' | 'number') =>
    (people?.rows ?? []).map(({ at }) => at[column].text.normalize('NFKC')).filter((text) => text !== '')
  const [logins, numbers] = [textsOf('login').map((text) => text.toLowerCase()), textsOf('number')]
  const rows = await reader
    .selectFrom('directoryPerson')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
    .select([
      'directoryPerson.id',
      'directoryPerson.name',
      'login',
      'staffNumber as number',
      'unitId',
      'directoryPerson.state',
      visibleTo(actor).as('isVisible'),
      rolesIn('directory_role').as('roles'),
      rolesIn('directory_role_request').as('asked'),
    ])
    .where(sql<boolean>`login = any(${logins}) or staff_number = any(${numbers})`)
    .orderBy('directoryPerson.id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as KnownPerson['state'] }))
}

function rolesIn(table: 'directory_role' | 'directory_role_request') {
  return sql<Role[]>`(
    select coalesce(array_agg(held.role order by held.role), '{}')
      from ${sql.table(table)} held where held.person_id = directory_person.id)`
}

/** What the office may write, in either language. */
function vocabulary(words: Readonly<Record<string, Wording>>, left: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words)
      .filter(([key]) => !left.includes(key))
      .flatMap(([key, { zh, en }]) => [
        [zh, key],
        [fold(en), key],
      ]),
  )
}
