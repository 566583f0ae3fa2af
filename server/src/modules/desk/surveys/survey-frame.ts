import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { isBarred } from './barred.ts'

export type Listed = {
  readonly personId: string | null
  readonly name: string
  readonly office: string
  readonly isBarred: boolean
}

/** The people of a unit and all below it, by office and name; of an audience of teachers, only those who teach. */
export function listFrame(reader: Reader, unitId: string, audience: string): Promise<Listed[]> {
  return reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select(['person.id as personId', 'person.name', 'unit.name as office', isBarred.as('isBarred')])
    .where('person.state', '=', 'active')
    .where(sql<boolean>`unit.ancestors @> array[${unitId}]::uuid[]`)
    .$if(audience === 'teacher', (some) =>
      some.where(
        sql<boolean>`exists (select 1 from directory_role role where role.person_id = person.id and role.role = 'teacher')`,
      ),
    )
    .orderBy('unit.name')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

/** `name office` as somebody typed it; what stands before the first gap is the name. */
export function toListed(line: string): Listed {
  const [name = '', ...office] = line.split(/\s+/u)
  return { personId: null, name, office: office.join(' '), isBarred: false }
}
