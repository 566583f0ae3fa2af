import type { RectificationId } from '@shiji/contract/monitoring'
import { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { listRectificationRows, lockRectification, saveClosure, saveReopened } from './rectification-store.ts'
import { tellUnit } from './tell-of-notice.ts'

type Input = { readonly id: RectificationId; readonly accepted: boolean; readonly demand: string }

/** An answer is accepted, or asked for again with what is still missing; nobody settles their own answer. */
export async function settleRectification(context: Context, { id, accepted, demand }: Input) {
  requirePermission(context, 'performance.review')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const notice = (await lockRectification(tx, actor, id)) ?? refuse('not-found')
    if (notice.state !== 'answered') refuse('rectification-settled', { state: notice.state })
    if (notice.answeredBy === actor.personId) refuse('own-work')
    if (!accepted && demand === '') refuse('opinion-missing')
    if (accepted) await saveClosure(tx, id, { closedAt: now, closedBy: actor.personId })
    else await saveReopened(tx, id, demand)
    const was = { demand: notice.demand, answer: notice.answer }
    await recordInLedger(tx, context, {
      did: 'performance.rectification-settled',
      rectificationId: id,
      accepted,
      demand,
      was,
    })
    await tellUnit(tx, context, {
      ...{ formId: FormId.parse(notice.formId), project: notice.project, due: notice.dueOn, opinion: demand },
      code: accepted ? 'rectification-closed' : 'rectification-again',
    })
    const [saved] = await listRectificationRows(tx, actor, { id, today: officeDay(now) })
    return saved ?? refuse('not-found')
  })
}
