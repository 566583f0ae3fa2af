import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { permissionsOf } from './permissions.ts'
import { findPersonRow } from './person-store.ts'
import { findDuties, isHeldBack } from './sign-in/sign-in-rules.ts'

/** The signed-in person with what they may do. */
export async function findMe(
  reader: Reader,
  context: Context,
  personId: string,
): Promise<z.infer<typeof Me> | undefined> {
  const person = await findPersonRow(reader, personId)
  if (person === undefined) return undefined
  const duties = await findDuties(reader, person, context.now)
  return {
    person,
    permissions: isHeldBack(duties) ? [] : [...permissionsOf(person.roles)].sort(),
    district: context.district,
    ...duties,
  }
}
