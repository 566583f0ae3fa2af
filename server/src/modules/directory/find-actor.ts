import type { Role } from '@shiji/contract/directory'
import type { Actor } from '#platform/context'
import { askFixed } from '#platform/database/ask-fixed'
import { inTransaction, read, type TenantDatabase } from '#platform/database/transaction'
import { permissionsOf } from './permissions.ts'
import { ABSOLUTE_LIMIT, hashToken, IDLE_LIMIT, touchSession } from './session-store.ts'
import { dutiesOf, isHeldBack, type Standing } from './sign-in/sign-in-rules.ts'

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
  const parameters = [hashToken(token), now.subtract(IDLE_LIMIT), now.subtract(ABSOLUTE_LIMIT)]
  const [found] = await read(db, (reader) => askFixed<Row>(reader, { sql: FIND, parameters }))
  if (found === undefined) return { actor: { kind: 'nobody' }, lastSeenAt: now }

  const { sessionId, lastSeenAt, personId, unitId, roles } = found
  const permissions = permissionsOf(isHeldBack(dutiesOf(found, roles, now)) ? [] : roles)
  return { actor: { kind: 'person', personId, unitId, sessionId, permissions }, lastSeenAt }
}

type Row = Standing & {
  readonly sessionId: string
  readonly lastSeenAt: Temporal.Instant
  readonly personId: string
  readonly unitId: string
  readonly roles: Role[]
}

/** Whose open session it is, in which roles, and what the person has to do before anything else. */
const FIND = `
  select session.id as "sessionId", session.last_seen_at as "lastSeenAt", person.id as "personId",
    person.unit_id as "unitId", array(select role from directory_role where person_id = person.id) as roles,
    person.password_set_at as "passwordSetAt", person.enrol_by as "enrolBy", step.confirmed_at as "confirmedAt",
    chosen.profile, chosen.second_step as "secondStep"
  from directory_session session
    join directory_person person on person.id = session.person_id and person.state = 'active'
    left join directory_second_step step on step.person_id = person.id
    left join directory_sign_in_rules chosen on true
  where session.token_hash = $1 and session.ended_at is null
    and session.last_seen_at > $2::timestamptz and session.started_at > $3::timestamptz`
