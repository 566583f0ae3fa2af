import type { PersonId, Role } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findForbiddenPair } from './permissions.ts'
import { findPersonRow, requireVisiblePerson } from './person-store.ts'

export async function grantRoles(context: Context, { id, roles: named }: { id: PersonId; roles: readonly Role[] }) {
  requirePermission(context, 'directory.grant-roles')
  const roles = [...new Set(named)]

  return inTransaction(context.db, async (tx) => {
    await requireVisiblePerson(tx, context.actor, id)
    if (id === context.actor.personId) return refuse('not-to-yourself')
    const pair = findForbiddenPair(roles)
    if (pair !== null) return refuse('roles-not-combinable', pair)

    const before = await findPersonRow(tx, id)
    await tx.deleteFrom('directoryRole').where('personId', '=', id).execute()
    const grants = roles.map((role) => ({
      personId: id,
      role,
      grantedBy: context.actor.personId,
      grantedAt: context.now,
    }))
    if (grants.length > 0) await tx.insertInto('directoryRole').values(grants).execute()
    await recordInLedger(tx, context, {
      did: 'directory.roles-granted',
      personId: id,
      before: before?.roles,
      after: roles,
    })
    return (await findPersonRow(tx, id)) ?? refuse('not-found')
  })
}
