import type { PersonId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { renewInvitation } from '../invitation-store.ts'
import { ADMINISTRATORS } from '../permissions.ts'
import { findPersonRow, requireVisiblePerson } from '../person-store.ts'

/**
 * The present password works until the link is used. No administrator gets hold of another's account: for the three
 * there is the command on the server, and its entry in the ledger.
 */
export async function resetPassword(context: Context, { id }: { id: PersonId }): Promise<{ code: string }> {
  requirePermission(context, 'directory.reset-access')

  return inTransaction(context.db, async (tx) => {
    const { state, passwordHash } = await requireVisiblePerson(tx, context.actor, id)
    if (id === context.actor.personId) refuse('not-to-yourself')
    const { name, login, roles } = (await findPersonRow(tx, id)) ?? refuse('not-found')
    if (state === 'disabled') refuse('person-disabled', { name })
    if (passwordHash === null) refuse('never-came-in', { name })
    if (roles.some((role) => ADMINISTRATORS.includes(role))) refuse('administrator-by-hand', { name, login })

    const code = await renewInvitation(tx, context, id)
    await recordInLedger(tx, context, { did: 'directory.password-reset-begun', personId: id })
    return { code }
  })
}
