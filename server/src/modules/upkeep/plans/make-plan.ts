import type { upkeep } from '@shiji/contract/upkeep'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { DUTY_KINDS } from '../duty/shift-store.ts'
import { isRouteVisible } from '../rounds/route-store.ts'
import { layOutPlan } from './lay-out-plan.ts'
import { isPlanVisible, listPlanRows, lockPlan, savePlan, saveTerm } from './plan-store.ts'

type Input = z.output<NonNullable<(typeof upkeep.makePlan)['~orpc']['inputSchema']>>

export async function makePlan(context: Context, input: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  const { from, until, frequency, ...given } = input
  await inTransaction(db, async (tx) => {
    if ((await findUnit(tx, actor, input.unitId)) === undefined) refuse('not-found')
    const known = await lockPlan(tx, input.id)
    if (known !== undefined) return (await isPlanVisible(tx, actor, input.id)) ? null : refuse('not-found')
    if (input.kind === 'inspection') {
      if (input.routeId === null) refuse('plan-needs-route')
      else if (!(await isRouteVisible(tx, actor, input.routeId))) refuse('not-found')
    }
    if (DUTY_KINDS.includes(input.kind) && frequency.kind !== 'windows') refuse('shifts-need-hours')
    if (until !== null && until < from) refuse('plan-over')

    const routeId = input.kind === 'inspection' ? input.routeId : null
    const by = { madeAt: now, madeBy: actor.personId }
    await savePlan(tx, { ...given, routeId, fromDay: from, untilDay: until, ...by })
    const set = { setAt: now, setBy: actor.personId, reason: '' }
    await saveTerm(tx, { planId: input.id, fromDay: from, frequency, ...set })
    await recordInLedger(tx, context, { did: 'upkeep.plan-made', planId: input.id, after: input })
    const plan = await lockPlan(tx, input.id)
    if (plan !== undefined) await layOutPlan(tx, context, { plan, from })
    return null
  }).catch((error: unknown) => {
    if (violates(error, 'upkeep_plan_project')) refuse('not-found')
    throw error
  })
  const year = Number(from.slice(0, 4))
  const [row] = await read(db, (reader) => listPlanRows(reader, actor, { year, id: input.id }))
  return row ?? refuse('not-found')
}
