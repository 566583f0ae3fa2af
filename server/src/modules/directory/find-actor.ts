import type { Actor } from '#platform/context'
import { inTransaction, read, type TenantDatabase } from '#platform/database/transaction'
import { permissionsOf } from './permissions.ts'
import { findPersonRow } from './person-store.ts'
import { findOpenSession, touchSession } from './session-store.ts'
import { findDuties, isHeldBack } from './sign-in/sign-in-rules.ts'

/** Rights are read with every request, so that what is revoked is gone with the next click. */
export async function findActor(db: TenantDatabase, token: string | null, now: Temporal.Instant): Promise<Actor> {
  if (token === null) return { kind: 'nobody' }
  const found = await read(db, async (reader) => {
    const session = await findOpenSession(reader, token, now)
    const person = session && (await findPersonRow(reader, session.personId))
    if (person?.state !== 'active') return null
    return { session, person, isHeldBack: isHeldBack(await findDuties(reader, person, now)) }
  })
  if (found?.session === undefined || found === null) return { kind: 'nobody' }

  const { session, person } = found
  if (now.since(session.lastSeenAt).total('minutes') >= 1)
    await inTransaction(db, (tx) => touchSession(tx, session.id, now))
  return {
    kind: 'person',
    personId: person.id,
    unitId: person.unitId,
    sessionId: session.id,
    permissions: permissionsOf(found.isHeldBack ? [] : person.roles),
  }
}
