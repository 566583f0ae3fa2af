import type { PlanId } from '@shiji/contract/upkeep'
import type { Frequency } from '@shiji/kernel/upkeep/frequency'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { DUTY_KINDS } from '../duty/shift-store.ts'
import { layOutPlan } from './lay-out-plan.ts'
import { isPlanVisible, listPlanRows, listTerms, lockPlan, saveTerm } from './plan-store.ts'

type Input = {
  readonly id: PlanId
  readonly from: string
  readonly frequency: Frequency
  readonly reason: string
}

export async function changePlan(context: Context, { id, from, frequency, reason }: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  await inTransaction(db, async (tx) => {
    if (!(await isPlanVisible(tx, actor, id))) refuse('not-found')
    const plan = (await lockPlan(tx, id)) ?? refuse('not-found')
    const terms = await listTerms(tx, id)
    if (DUTY_KINDS.includes(plan.kind) && frequency.kind !== 'windows') refuse('shifts-need-hours')
    const isOver = plan.untilDay !== null && from > plan.untilDay
    // What was due stands: a plan changes from tomorrow on, and not before its last change.
    if (isOver || from <= officeDay(now).toString() || from < (terms.at(-1)?.fromDay ?? from)) refuse('plan-over')

    await saveTerm(tx, { planId: id, fromDay: from, frequency, reason, setAt: now, setBy: actor.personId })
    const { added, withdrawn } = await layOutPlan(tx, context, { plan, from })
    const detail = { planId: id, from, before: terms.at(-1)?.frequency, after: frequency, reason }
    const counts = { added: added.length, withdrawn: withdrawn.length }
    await recordInLedger(tx, context, { did: 'upkeep.plan-changed', ...detail, ...counts })
    return null
  })
  const year = Number(from.slice(0, 4))
  const [row] = await read(db, (reader) => listPlanRows(reader, actor, { year, id }))
  return row ?? refuse('not-found')
}
