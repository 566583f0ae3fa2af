import type { ChangeId, ChangePlan } from '@shiji/contract/desk-changes'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockChange, moveChange, savePlaces } from './change-store.ts'
import { checkPlan } from './check-plan.ts'
import { openChange } from './open-change.ts'
import { refuseChange } from './refuse-change.ts'

/** Who filed it corrects what was returned; it is submitted again where it waits. */
export async function mendChange(context: Context, { id, ...input }: z.output<typeof ChangePlan> & { id: ChangeId }) {
  requirePermission(context, 'desk.work')

  await inTransaction(context.db, async (tx) => {
    const change = (await lockChange(tx, id)) ?? refuse('not-found')
    if (change.filedBy !== context.actor.personId) refuse('not-found')
    if (change.state !== 'returned' && change.state !== 'withdrawn') refuseChange(change.state, context.language)
    const plan = await checkPlan(tx, context, input)

    await moveChange(tx, id, plan)
    await savePlaces(tx, id, input.places)
    await recordInLedger(tx, context, { did: 'desk.change-mended', changeId: id, after: input })
  })
  return openChange(context, { id })
}
