import { ChangeId, type ChangePlan } from '@shiji/contract/desk-changes'
import type { z } from 'zod'
import { startFlow } from '#modules/flow'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { DESK_RULES } from '../desk-rules.ts'
import { nextRegisterNumber, saveNewChange } from './change-store.ts'
import { checkPlan } from './check-plan.ts'
import { openChange } from './open-change.ts'

/** Plans a change and sends it to whoever approves changes of the unit; both happen or neither. */
export async function fileChange(context: Context, input: z.output<typeof ChangePlan>) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  const id = ChangeId.parse(context.newId())

  await inTransaction(context.db, async (tx) => {
    const plan = await checkPlan(tx, context, input)
    const { year } = officeDay(now)
    const number = await nextRegisterNumber(tx, { register: 'change', prefix: 'BG', year })
    const { unitId } = actor
    await saveNewChange(tx, { ...plan, id, number, unitId, filedBy: actor.personId, filedAt: now }, input.places)
    await recordInLedger(tx, context, { did: 'desk.change-filed', changeId: id, number, after: input })
    await startFlow(tx, context, {
      subject: { kind: 'change', id, name: `${number} ${plan.what}`, unitId },
      place: DESK_RULES.place,
      stage: 'change',
      fields: {},
      choices: {},
      opinion: plan.why,
    })
  })
  return openChange(context, { id })
}
