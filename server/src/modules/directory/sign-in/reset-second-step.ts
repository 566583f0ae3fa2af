import type { PersonId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { requireVisiblePerson } from '../person-store.ts'
import { endOtherSessions } from '../session-store.ts'
import { removeSecondStep } from './second-step-store.ts'

/** For who lost the phone and the list. The time to set up another begins with the next sign-in. */
export async function resetSecondStep(context: Context, { id }: { id: PersonId }): Promise<Record<string, never>> {
  requirePermission(context, 'directory.reset-access')

  return inTransaction(context.db, async (tx) => {
    await requireVisiblePerson(tx, context.actor, id)
    if (id === context.actor.personId) return refuse('not-to-yourself')

    await removeSecondStep(tx, id)
    await tx.updateTable('directoryPerson').set({ enrolBy: null }).where('id', '=', id).execute()
    await endOtherSessions(tx, id, { keep: [], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.second-step-reset', personId: id })
    return {}
  })
}
