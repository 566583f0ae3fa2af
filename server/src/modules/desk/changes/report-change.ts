import type { ChangeId } from '@shiji/contract/desk-changes'
import type { ChangeResult } from '@shiji/kernel/change/change-life'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { type EventName, tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockChange, moveChange } from './change-store.ts'
import { openChange } from './open-change.ts'
import { refuseChange } from './refuse-change.ts'

/** What came of a change is known; `from` is when its window began. */
export type ChangeReport = { readonly changeId: string; readonly from: Temporal.Instant }

export const CHANGE_REPORTED: EventName<ChangeReport> = 'desk.change-reported'

type Input = {
  readonly id: ChangeId
  readonly result: ChangeResult
  readonly note: string
  readonly began: string | null
  readonly ended: string | null
}

/** What came of a change, and when it really began and ended. */
export async function reportChange(context: Context, { id, result, note, began, ended }: Input) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  const wasDone = result !== 'not-carried-out'
  const beganAt = !wasDone || began === null ? null : Temporal.Instant.from(began)
  const endedAt = !wasDone || ended === null ? null : Temporal.Instant.from(ended)

  await inTransaction(context.db, async (tx) => {
    const change = (await lockChange(tx, id)) ?? refuse('not-found')
    if (change.unitId !== actor.unitId) refuse('not-found')
    if (change.state !== 'approved') refuseChange(change.state, context.language)
    if (wasDone && (beganAt === null || endedAt === null)) refuse('window-reversed')
    if (beganAt !== null && endedAt !== null && Temporal.Instant.compare(beganAt, endedAt) >= 0)
      refuse('window-reversed')
    if (endedAt !== null && Temporal.Instant.compare(endedAt, now) > 0) refuse('not-yet-happened')

    const reported = { result, resultNote: note, beganAt, endedAt, reportedAt: now, reportedBy: actor.personId }
    await moveChange(tx, id, { ...reported, state: 'ended' })
    await tell(tx, context, CHANGE_REPORTED, { changeId: id, from: change.plannedFrom })
    await recordInLedger(tx, context, { did: 'desk.change-reported', changeId: id, result, note, began, ended })
  })
  return openChange(context, { id })
}
