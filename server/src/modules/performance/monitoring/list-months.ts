import type { FormId } from '@shiji/contract/performance'
import { remedyFor } from '@shiji/kernel/monitoring/monitor-project'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { lifeRulesOf } from '../official-sheets.ts'
import { listMonthRecords } from './monitoring-store.ts'

export async function listMonths(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { content } = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    const { monitoring } = lifeRulesOf(content)
    const records = await listMonthRecords(reader, id)
    const lights = records.filter(({ state }) => state === 'reported').map(({ light }) => light)
    const { gathering } = monitoring
    return {
      name: monitoring.name[context.language],
      gathering: gathering && { month: gathering.month, through: gathering.through, reportBy: gathering.reportBy },
      months: records.map(({ month, state, light, executed, budget, savedAt, savedBy }) => ({
        month,
        state,
        light,
        executed,
        budget,
        savedAt: savedAt.toString(),
        savedBy,
      })),
      remedy: remedyFor(lights, monitoring),
    }
  })
}
