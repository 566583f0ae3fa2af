import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { permissionsOf } from './permissions.ts'
import { findPersonRow } from './person-store.ts'
import { dutiesOf, findStanding, isHeldBack } from './sign-in/sign-in-rules.ts'

/** The signed-in person with what they may do. */
export async function findMe(
  reader: Reader,
  context: Context,
  personId: string,
): Promise<z.infer<typeof Me> | undefined> {
  const [person, standing] = await Promise.all([findPersonRow(reader, personId), findStanding(reader, personId)])
  if (person === undefined || standing === undefined) return undefined
  const duties = dutiesOf(standing, person.roles, context.now)
  return {
    person,
    permissions: isHeldBack(duties) ? [] : [...permissionsOf(person.roles)].sort(),
    district: context.district,
    ...duties,
  }
}
