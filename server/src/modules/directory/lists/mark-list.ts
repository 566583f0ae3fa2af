import type { SheetMarks } from '@shiji/forms/write/marks/mark-cells'
import { markTable } from '@shiji/forms/write/marks/mark-table'
import { markWorkbook } from '@shiji/forms/write/marks/mark-workbook'
import type { ImportProblem } from '@shiji/kernel/directory-import/import-problem'
import { type ListSheet, REASON_HEADING } from '@shiji/kernel/directory-import/import-sheets'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { planList } from './list-ground.ts'
import { sayReason } from './read-list.ts'
import { type ListFile, readListFile } from './read-list-file.ts'

const MARKED = { zh: '{name}（标注）', en: '{name} (marked)' }
const UNUSUAL = {
  zh: '这个工作簿的内部结构不常见，无法在上面标注。没有导入任何内容。请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
  en: 'This workbook is built in an unusual way and cannot be marked. Nothing was imported. Save it as .xlsx in Excel or WPS and bring it again.',
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The office's own file with every wrong cell marked, ready to be corrected and brought again. */
export async function markList(context: Context, { file }: { file: File }): Promise<File> {
  requirePermission(context, 'directory.manage-people')
  const { language } = context
  const list = await readListFile(file, language)
  const { problems } = await read(context.db, (reader) => planList(reader, context, list.sheets))
  const marks = [list.sheets.units, list.sheets.people].flatMap((sheet) =>
    sheet === null ? [] : [marksOf(sheet, problems, language)],
  )
  const [, stem = list.name] = /^(.*)\.[^.]*$/.exec(list.name) ?? []
  const name = `${say(MARKED, language, { name: stem })}.${list.format}`
  if (list.format === 'csv') return new File([markedTable(list, marks)], name, { type: 'text/csv' })
  const workbook =
    (await markWorkbook(list.bytes, marks)) ?? refuse('file-unreadable', { sentence: say(UNUSUAL, language) })
  return new File([new Uint8Array(workbook)], name, { type: XLSX })
}

function marksOf(sheet: ListSheet<string>, problems: readonly ImportProblem[], language: Language): SheetMarks {
  const own = problems.filter((problem) => problem.sheet === sheet.kind)
  return {
    sheet: sheet.name,
    headLine: sheet.headLine,
    reasonColumn: sheet.reasonColumn,
    heading: say(REASON_HEADING, language),
    marks: own.map((problem) => ({ line: problem.line, column: problem.column, reason: sayReason(problem, language) })),
  }
}

function markedTable({ given }: ListFile, [marks]: readonly SheetMarks[]): string {
  const rows = (given[0]?.rows ?? []).map(({ line, cells }) => ({ line, texts: cells.map(({ text }) => text) }))
  return marks === undefined ? '' : markTable(rows, marks)
}
