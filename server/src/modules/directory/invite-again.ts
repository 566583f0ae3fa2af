import type { PersonId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { renewInvitation } from './invitation-store.ts'
import { findPersonRow, requireVisiblePerson } from './person-store.ts'

/** For whose link ran out or was lost; whoever has a password already is not the system administrator's to let in. */
export async function inviteAgain(context: Context, { id }: { id: PersonId }): Promise<{ code: string }> {
  requirePermission(context, 'directory.manage-people')

  return inTransaction(context.db, async (tx) => {
    const { state, passwordHash } = await requireVisiblePerson(tx, context.actor, id)
    if (id === context.actor.personId) refuse('not-to-yourself')
    const { name } = (await findPersonRow(tx, id)) ?? refuse('not-found')
    if (state === 'disabled') refuse('person-disabled', { name })
    if (passwordHash !== null) refuse('has-come-in', { name })

    const code = await renewInvitation(tx, context, id)
    await recordInLedger(tx, context, { did: 'directory.person-invited-again', personId: id })
    return { code }
  })
}
