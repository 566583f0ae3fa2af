import { DatabaseTarget } from '@shiji/contract/watch-databases'
import { sql } from 'kysely'
import { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import type { SecretBox } from '#platform/secrets/secret-box'

const Shown = z.record(z.string(), z.union([z.string(), z.number()]))
const KeptFinding = z.object({ rule: z.string(), subject: z.string(), value: z.number().nullable(), shown: Shown })
export const KeptFindings = z.array(KeptFinding)
export const KeptFigures = z.record(z.string(), z.number())
export const KeptUnasked = z.array(
  z.object({ area: z.string(), reason: z.enum(['not-permitted', 'too-slow', 'not-there']), code: z.string() }),
)

export function visibleDatabases(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('watchDatabase as base')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'base.unitId')
    .select(['base.id', 'base.unitId', 'base.name', 'base.service', 'base.target', 'base.sealed'])
    .select('directoryUnit.name as unit')
    .where(visibleTo(actor))
}

export async function findDatabase(reader: Reader, actor: Actor, id: string) {
  const row = await visibleDatabases(reader, actor).where('base.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { ...row, target: DatabaseTarget.parse(row.target) }
}

export function lockDatabase(tx: Tx, actor: Actor, id: string) {
  return visibleDatabases(tx, actor).where('base.id', '=', id).forUpdate(['base']).executeTakeFirst()
}

/** The newest day of each kind on record, up to a day, by database. */
export async function lastRecords(reader: Reader, ids: readonly string[]) {
  const rows = await reader
    .selectFrom('watchDatabaseRecord')
    .select(['databaseId', 'kind', sql<string>`max(day)`.as('day')])
    .where('databaseId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .groupBy(['databaseId', 'kind'])
    .execute()
  const dayOf = new Map(rows.map(({ databaseId, kind, day }) => [`${databaseId} ${kind}`, day]))
  return (id: string) => ({ backupOn: dayOf.get(`${id} backup`) ?? null, drillOn: dayOf.get(`${id} drill`) ?? null })
}

/** Check-ups with who ran them, the newest first. */
export function checkupsOf(reader: Reader) {
  return reader
    .selectFrom('watchCheckup as checkup')
    .innerJoin('directoryPerson as person', 'person.id', 'checkup.byPerson')
    .selectAll('checkup')
    .select('person.name as by')
    .orderBy('checkup.at', 'desc')
    .orderBy('checkup.id', 'desc')
}

/** The one before a check-up of the same database. */
export function findBefore(reader: Reader, { databaseId, at }: { databaseId: string; at: Temporal.Instant }) {
  return checkupsOf(reader)
    .where('checkup.databaseId', '=', databaseId)
    .where('checkup.at', '<', at)
    .limit(1)
    .executeTakeFirst()
}

/** Empty text where no password is needed; null when this server has not the key it was sealed with. */
export function openPassword(secrets: SecretBox, { id, sealed }: { id: string; sealed: string }): string | null {
  return sealed === '' ? '' : secrets.open(sealed, placeOf(id))
}

export function sealPassword(secrets: SecretBox, id: string, secret: string): string {
  return secret === '' ? '' : secrets.seal(secret, placeOf(id))
}

function placeOf(id: string): string {
  return `watch.database/${id}`
}
