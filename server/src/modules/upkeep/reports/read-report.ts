import type { OccurrenceId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { draftReport } from './draft-report.ts'

export async function readReport(context: Context, { id }: { id: OccurrenceId }) {
  requirePermission(context, 'upkeep.read')
  return draftReport(context, id)
}
