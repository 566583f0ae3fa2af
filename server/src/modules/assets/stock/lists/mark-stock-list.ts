import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { markListFile } from '#platform/lists/mark-list-file'
import { openStockList, sayStockProblem } from './read-stock-list.ts'
import { planStockList } from './stock-ground.ts'

/** The office's own file with every wrong cell marked, ready to be corrected and brought again. */
export async function markStockList(context: Context, { file }: { file: File }): Promise<File> {
  requirePermission(context, 'assets.write')
  const { language } = context
  const list = await openStockList(file, language)
  const { sheet } = list
  const { problems } = await read(context.db, (reader) => planStockList(reader, context, sheet))
  const reasons = problems.map((problem) => ({ ...problem, reason: sayStockProblem(problem, language) }))
  return markListFile(list, [{ sheet, reasons }], language)
}
