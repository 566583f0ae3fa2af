import type { Actor } from '#platform/context'
import { inTransaction, readOnce, type TenantDatabase } from '#platform/database/transaction'
import { permissionsOf } from './permissions.ts'
import { findAsking, touchSession } from './session-store.ts'
import { dutiesOf, isHeldBack } from './sign-in/sign-in-rules.ts'

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
  const asking = await readOnce(db, (reader) => findAsking(reader, token, now))
  if (asking === undefined) return { actor: { kind: 'nobody' }, lastSeenAt: now }

  const { personId, unitId, sessionId, lastSeenAt, roles } = asking
  const permissions = permissionsOf(isHeldBack(dutiesOf(asking, roles, now)) ? [] : roles)
  return { actor: { kind: 'person', personId, unitId, sessionId, permissions }, lastSeenAt }
}
