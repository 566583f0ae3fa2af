import { type PersonId, Role } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { visibleTo } from '../person-store.ts'

const MOST = 500

/** Whose roles wait for a decision, the longest waiting first. */
export async function listRoleRequests(context: Context) {
  requirePermission(context, 'directory.grant-roles')
  const { actor } = context
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('directoryRoleRequest')
      .innerJoin('directoryPerson', 'directoryPerson.id', 'directoryRoleRequest.personId')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
      .innerJoin('directoryPerson as asker', 'asker.id', 'directoryRoleRequest.askedBy')
      .select([
        'personId',
        'directoryPerson.name',
        'directoryUnit.name as unitName',
        'asker.name as askedBy',
        'askedAt',
      ])
      .select(sql<string[]>`array_agg(role order by role)`.as('roles'))
      .where(visibleTo(actor))
      .groupBy(['personId', 'directoryPerson.name', 'directoryUnit.name', 'asker.name', 'askedAt'])
      .orderBy('askedAt')
      .orderBy('personId')
      .limit(MOST)
      .execute(),
  )
  return rows.map((row) => ({
    ...row,
    personId: row.personId as PersonId,
    roles: row.roles.map((role) => Role.parse(role)),
    askedAt: row.askedAt.toString(),
  }))
}
