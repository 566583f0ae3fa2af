import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { markListFile } from '#platform/lists/mark-list-file'
import { planAssetList } from './asset-ground.ts'
import { openAssetList, sayAssetProblem } from './read-asset-list.ts'

/** The office's own file with every wrong cell marked, ready to be corrected and brought again. */
export async function markAssetList(context: Context, { file }: { file: File }): Promise<File> {
  requirePermission(context, 'assets.write')
  const { language } = context
  const list = await openAssetList(file, language)
  const { sheet } = list
  const { problems } = await read(context.db, (reader) => planAssetList(reader, context, sheet))
  const reasons = problems.map((problem) => ({ ...problem, reason: sayAssetProblem(problem, language) }))
  return markListFile(list, [{ sheet, reasons }], language)
}
