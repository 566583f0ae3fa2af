import type { PlanKind } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { listOpenRows, listUnexplained } from './occurrence-store.ts'

type Input = { readonly day: string; readonly kind?: PlanKind | undefined }

export async function listDue(context: Context, { day, kind }: Input) {
  requirePermission(context, 'upkeep.read')
  const { actor, now, db } = context
  const [from, until] = [periodStart({ from: day, until: day }), periodEnd({ from: day, until: day })]
  return read(db, async (reader) => ({
    open: await listOpenRows(reader, actor, { from, until, now, kind }),
    unexplained: await listUnexplained(reader, actor, { until, now, kind }),
  }))
}
