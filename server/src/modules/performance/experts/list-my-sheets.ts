import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listOwnSheets } from './expert-sheet-store.ts'

export async function listMySheets(context: Context) {
  requirePermission(context, 'performance.judge')
  const { actor } = context
  const sheets = await read(context.db, (reader) => listOwnSheets(reader, actor))
  return sheets.map(({ id, project, unit, year, signedAt }) => ({ id, project, unit, year, signedAt }))
}
