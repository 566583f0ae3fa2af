import type { Actor } from '#platform/context'
import { inTransaction, read, type TenantDatabase } from '#platform/database/transaction'
import { permissionsOf } from './permissions.ts'
import { findPersonRow } from './person-store.ts'
import { findOpenSession, touchSession } from './session-store.ts'
import { dutiesOf, findStanding, isHeldBack } from './sign-in/sign-in-rules.ts'

type Found = { readonly actor: Actor; readonly lastSeenAt: Temporal.Instant }

/** Rights are read with every request, so that what is revoked is gone with the next click. */
export async function findActor(db: TenantDatabase, token: string | null, now: Temporal.Instant): Promise<Actor> {
  const { actor, lastSeenAt } = await lookForActor(db, token, now)
  if (actor.kind === 'person' && now.since(lastSeenAt).total('minutes') >= 1)
    await inTransaction(db, (tx) => touchSession(tx, actor.sessionId, now))
  return actor
}

/** The same without a trace: an open screen that only listens is no sign of somebody being there. */
export async function lookForActor(db: TenantDatabase, token: string | null, now: Temporal.Instant): Promise<Found> {
  if (token === null) return { actor: { kind: 'nobody' }, lastSeenAt: now }
  const found = await read(db, async (reader) => {
    const session = await findOpenSession(reader, token, now)
    if (session === undefined) return null
    const { personId } = session
    const [person, standing] = await Promise.all([findPersonRow(reader, personId), findStanding(reader, personId)])
    if (person?.state !== 'active') return null
    return { session, person, isHeldBack: isHeldBack(dutiesOf(standing, person.roles, now)) }
  })
  if (found === null) return { actor: { kind: 'nobody' }, lastSeenAt: now }

  const { session, person } = found
  const permissions = permissionsOf(found.isHeldBack ? [] : person.roles)
  const { id: personId, unitId } = person
  return {
    actor: { kind: 'person', personId, unitId, sessionId: session.id, permissions },
    lastSeenAt: session.lastSeenAt,
  }
}
