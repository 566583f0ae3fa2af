import type { PersonId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findPersonRow, requireVisiblePerson } from './person-store.ts'
import { endOtherSessions } from './session-store.ts'

/** Who never came in is invited again, not active; who is disabled is out at once. */
export async function setPersonState(context: Context, { id, state }: { id: PersonId; state: 'active' | 'disabled' }) {
  requirePermission(context, 'directory.manage-people')

  return inTransaction(context.db, async (tx) => {
    const { passwordHash, state: before } = await requireVisiblePerson(tx, context.actor, id)
    if (id === context.actor.personId) return refuse('not-to-yourself')

    const after = state === 'active' && passwordHash === null ? 'invited' : state
    await tx.updateTable('directoryPerson').set({ state: after }).where('id', '=', id).execute()
    if (after === 'disabled') await endOtherSessions(tx, id, { keep: [], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.person-state-set', personId: id, before, after })
    return (await findPersonRow(tx, id)) ?? refuse('not-found')
  })
}
