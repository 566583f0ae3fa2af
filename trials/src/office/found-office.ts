import { randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '@shiji/contract/directory'
import { hashToken } from '@shiji/server/modules/directory/session-store'
import type { TenantDatabase } from '@shiji/server/platform/database/transaction'

export const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

/** Where someone sits: the district at the root, a bureau below it, and two offices below the bureau. */
export const SEATS = ['root', 'above', 'own', 'sister'] as const
type Seat = (typeof SEATS)[number]

export type Units = Readonly<Record<Seat, string>>
export type Sitter = { readonly personId: string; readonly login: string }
type Seated = { readonly unitId: string; readonly roles: readonly Role[]; readonly passwordHash?: string }

/** The same small office in any district, written straight into its tables: a trial needs many people fast. */
export async function foundUnits(db: TenantDatabase): Promise<Units> {
  const units: Units = { root: randomUUID(), above: randomUUID(), own: randomUUID(), sister: randomUUID() }
  const { root, above, own, sister } = units
  const rows: [string, string | null, string, string[]][] = [
    [root, null, 'district', [root]],
    [above, root, 'bureau', [root, above]],
    [own, above, 'office', [root, above, own]],
    [sister, above, 'office', [root, above, sister]],
  ]
  for (const [id, parentId, kind, ancestors] of rows) {
    await db.pool.query(
      `insert into ${db.schema}.directory_unit (id, parent_id, name, kind, ancestors) values ($1, $2, $3, $4, $5)`,
      [id, parentId, `试验${kind}${id.slice(0, 4)}`, kind, ancestors],
    )
  }
  return units
}

export async function seat(db: TenantDatabase, { unitId, roles, passwordHash }: Seated): Promise<Sitter> {
  const personId = randomUUID()
  const login = `trial-${personId}`
  await db.pool.query(
    `insert into ${db.schema}.directory_person (id, unit_id, name, login, password_hash, state)
     values ($1, $2, $3, $4, $5, 'active')`,
    [personId, unitId, `试验${personId.slice(0, 4)}`, login.slice(0, 40), passwordHash ?? null],
  )
  await db.pool.query(
    `insert into ${db.schema}.directory_role (person_id, role, granted_at) select $1, unnest($2::text[]), $3`,
    [personId, roles, NOW.toString()],
  )
  return { personId, login: login.slice(0, 40) }
}

/** A session of its own for one request, so that signing out harms nobody; answers the cookie. */
export async function openSession(db: TenantDatabase, personId: string, at = NOW): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.pool.query(
    `insert into ${db.schema}.directory_session (id, token_hash, person_id, started_at, last_seen_at, address, device)
     values ($1, $2, $3, $4, $4, '127.0.0.1', 'trial')`,
    [randomUUID(), hashToken(token), personId, at.toString()],
  )
  return `shiji=${token}`
}
