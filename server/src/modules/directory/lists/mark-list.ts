import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { markListFile } from '#platform/lists/mark-list-file'
import { planList } from './list-ground.ts'
import { sayReason } from './read-list.ts'
import { readListFile } from './read-list-file.ts'

/** The office's own file with every wrong cell marked, ready to be corrected and brought again. */
export async function markList(context: Context, { file }: { file: File }): Promise<File> {
  requirePermission(context, 'directory.manage-people')
  const { language } = context
  const list = await readListFile(file, language)
  const { problems } = await read(context.db, (reader) => planList(reader, context, list.sheets))
  const sheets = [list.sheets.units, list.sheets.people].flatMap((sheet) => {
    if (sheet === null) return []
    const own = problems.filter((problem) => problem.sheet === sheet.kind)
    return [{ sheet, reasons: own.map((problem) => ({ ...problem, reason: sayReason(problem, language) })) }]
  })
  return markListFile(list, sheets, language)
}
