import type { FormId } from '@shiji/contract/performance'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { type PlanCurve, suggestCurve } from '@shiji/kernel/monitoring/plan-curve'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockDeclaration } from '../life/life-store.ts'
import { findCurves, saveCurve } from './curve-store.ts'

type Input = {
  readonly id: FormId
  readonly curves: readonly { readonly indicator: string; readonly curve: PlanCurve | null }[]
}

export async function drawCurves(context: Context, { id, curves }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const { content } = (await lockDeclaration(tx, actor, id)) ?? refuse('not-found')
    const rows = new Map(content.indicators.map((row) => [indicatorName(row), row]))
    for (const { indicator, curve } of curves) {
      if (!rows.has(indicator)) refuse('indicator-unknown', { indicator })
      await saveCurve(tx, { formId: id, indicator, curve, savedAt: now, savedBy: actor.personId })
    }
    await recordInLedger(tx, context, { did: 'performance.curves-drawn', formId: id, curves })
    const own = await findCurves(tx, id)
    return [...rows].map(([indicator, row]) => {
      const suggested = suggestCurve(targetOfRow(row, content))
      return { indicator, curve: own.get(indicator) ?? suggested, isOwn: own.has(indicator) }
    })
  })
}
