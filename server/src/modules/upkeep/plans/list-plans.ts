import type { PlanKind } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listPlanRows } from './plan-store.ts'

export async function listPlans(context: Context, asked: { year: number; kind?: PlanKind | undefined }) {
  requirePermission(context, 'upkeep.read')
  return read(context.db, (reader) => listPlanRows(reader, context.actor, asked))
}
