import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { openRegister } from './read-register.ts'
import { monthsOver, saveReview } from './register-store.ts'

type Input = {
  readonly key: string
  readonly unitId: UnitId
  readonly year: number
  readonly month: number
  readonly note: string
}

/** “0 incidents” needs somebody who looked: a month is reviewed when it is over, once. */
export async function reviewRegister(context: Context, { key, unitId, year, month, note }: Input) {
  requirePermission(context, 'evidence.write')
  const { actor, now: reviewedAt } = context
  const first = Temporal.PlainDate.from({ year, month, day: 1 }).toString()
  const asked = { key, unitId, year }

  return inTransaction(context.db, async (tx) => {
    await openRegister(tx, context, asked)
    if (monthsOver({ from: first, until: first }, reviewedAt).length === 0) refuse('month-ahead', { month })
    const review = { register: key, unitId, month: first, note, reviewedAt, reviewedBy: actor.personId }
    if (!(await saveReview(tx, review))) refuse('register-reviewed', { month })
    await recordInLedger(tx, context, { did: 'evidence.register-reviewed', register: key, unitId, month: first, note })
    return openRegister(tx, context, asked)
  })
}
