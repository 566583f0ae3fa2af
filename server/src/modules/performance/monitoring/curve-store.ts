import { PlanCurve } from '@shiji/kernel/monitoring/plan-curve'
import type { Reader, Tx } from '#platform/database/transaction'

/** The curves the unit drew itself, by 一级-二级-三级. */
export async function findCurves(reader: Reader, formId: string): Promise<Map<string, PlanCurve>> {
  const rows = await reader
    .selectFrom('performancePlanCurve')
    .select(['indicator', 'curve'])
    .where('formId', '=', formId)
    .execute()
  return new Map(rows.map(({ indicator, curve }) => [indicator, PlanCurve.parse(curve)]))
}

type Drawn = {
  readonly formId: string
  readonly indicator: string
  readonly curve: PlanCurve | null
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

export async function saveCurve(tx: Tx, { formId, indicator, curve, savedAt, savedBy }: Drawn): Promise<void> {
  if (curve === null) {
    await tx
      .deleteFrom('performancePlanCurve')
      .where('formId', '=', formId)
      .where('indicator', '=', indicator)
      .execute()
    return
  }
  const values = { curve: JSON.stringify(curve), savedAt, savedBy }
  await tx
    .insertInto('performancePlanCurve')
    .values({ formId, indicator, ...values })
    .onConflict((conflict) => conflict.columns(['formId', 'indicator']).doUpdateSet(values))
    .execute()
}
