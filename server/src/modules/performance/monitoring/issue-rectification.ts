import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findDeclaration, hasWorkedOn } from '../life/life-store.ts'
import { lifeRulesOf } from '../official-sheets.ts'
import { listRectificationRows, type NewRectification, saveNewRectification } from './rectification-store.ts'
import { tellUnit } from './tell-of-notice.ts'

type Input = Pick<NewRectification, 'origin' | 'month' | 'remedy' | 'demand'> & {
  readonly id: FormId
  readonly dueOn: string | null
}

/** 整改通知, with the days the place gives for an answer unless a day is named. */
export async function issueRectification(context: Context, { id: formId, dueOn, ...notice }: Input) {
  requirePermission(context, 'performance.review')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const { content, project } = (await findDeclaration(tx, actor, formId)) ?? refuse('not-found')
    if (await hasWorkedOn(tx, formId, actor.personId)) refuse('own-work')
    const { days } = lifeRulesOf(content).monitoring.answerWithinDays
    const today = officeDay(now)
    const id = context.newId()
    const due = dueOn ?? today.add({ days }).toString()
    const issued = { ...notice, id, formId, dueOn: due }
    await saveNewRectification(tx, { ...issued, issuedAt: now, issuedBy: actor.personId })
    await recordInLedger(tx, context, { did: 'performance.rectification-issued', ...issued })
    const said = { formId, project, due, opinion: notice.demand }
    await tellUnit(tx, context, { ...said, code: 'rectification-issued' })
    const [saved] = await listRectificationRows(tx, actor, { id, today })
    return saved ?? refuse('not-found')
  })
}
