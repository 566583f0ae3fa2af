import { type PersonId, Role } from '@shiji/contract/directory'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findForbiddenPair } from '../permissions.ts'
import { findPersonRow, requireVisiblePerson } from '../person-store.ts'

type Input = { readonly people: readonly PersonId[]; readonly verdict: 'granted' | 'turned-down' }

/** Grants or turns down what lists ask for. Whoever was decided about meanwhile is passed over. */
export async function decideRoleRequests(context: Context, { people, verdict }: Input) {
  requirePermission(context, 'directory.grant-roles')

  return inTransaction(context.db, async (tx) => {
    let decided = 0
    for (const id of new Set(people)) {
      await requireVisiblePerson(tx, context.actor, id)
      if (id === context.actor.personId) return refuse('not-to-yourself')
      const asked = await takeRequests(tx, id)
      if (asked.length === 0) continue
      if (verdict === 'granted') await grant(tx, context, { id, asked })
      else await recordInLedger(tx, context, { did: 'directory.roles-turned-down', personId: id, roles: asked })
      decided += 1
    }
    return { decided }
  })
}

async function takeRequests(tx: Tx, personId: PersonId): Promise<Role[]> {
  const rows = await tx.deleteFrom('directoryRoleRequest').where('personId', '=', personId).returning('role').execute()
  return rows.map(({ role }) => Role.parse(role)).sort()
}

async function grant(tx: Tx, context: PersonContext, { id, asked }: { id: PersonId; asked: readonly Role[] }) {
  const before = (await findPersonRow(tx, id))?.roles ?? []
  const after = [...new Set([...before, ...asked])]
  const pair = findForbiddenPair(after)
  if (pair !== null) return refuse('roles-not-combinable', pair)
  const added = asked.filter((role) => !before.includes(role))
  const grants = added.map((role) => ({
    personId: id,
    role,
    grantedBy: context.actor.personId,
    grantedAt: context.now,
  }))
  if (grants.length > 0) await tx.insertInto('directoryRole').values(grants).execute()
  await recordInLedger(tx, context, { did: 'directory.roles-granted', personId: id, before, after })
}
