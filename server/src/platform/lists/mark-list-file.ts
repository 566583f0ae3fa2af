import type { SheetMarks } from '@shiji/forms/write/marks/mark-cells'
import { markTable } from '@shiji/forms/write/marks/mark-table'
import { markWorkbook } from '@shiji/forms/write/marks/mark-workbook'
import { type ListSheet, REASON_HEADING } from '@shiji/kernel/list-import/list-sheet'
import { type Language, say } from '@shiji/kernel/wording'
import { refuse } from '../refusal.ts'
import type { OpenedList } from './open-list-file.ts'
import { WORKBOOK_TYPE } from './workbook-type.ts'

const MARKED = { zh: '{name}（标注）', en: '{name} (marked)' }
const UNUSUAL = {
  zh: '这个工作簿的内部结构不常见，无法在上面标注。没有导入任何内容。请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
  en: 'This workbook is built in an unusual way and cannot be marked. Nothing was imported. Save it as .xlsx in Excel or WPS and bring it again.',
}

/** A wrong cell and why, in words. */
type CellReason = { readonly line: number; readonly column: number; readonly reason: string }

type MarkedSheet = { readonly sheet: ListSheet<string>; readonly reasons: readonly CellReason[] }

/** The office's own file with every wrong cell marked, ready to be corrected and brought again. */
export async function markListFile(
  list: OpenedList,
  sheets: readonly MarkedSheet[],
  language: Language,
): Promise<File> {
  const marks = sheets.map((marked) => marksOf(marked, language))
  const [, stem = list.name] = /^(.*)\.[^.]*$/.exec(list.name) ?? []
  const name = `${say(MARKED, language, { name: stem })}.${list.format}`
  if (list.format === 'csv') return new File([markedTable(list, marks)], name, { type: 'text/csv' })
  const workbook =
    (await markWorkbook(list.bytes, marks)) ?? refuse('file-unreadable', { sentence: say(UNUSUAL, language) })
  return new File([new Uint8Array(workbook)], name, { type: WORKBOOK_TYPE })
}

function marksOf({ sheet, reasons }: MarkedSheet, language: Language): SheetMarks {
  const { name, headLine, reasonColumn } = sheet
  return { sheet: name, headLine, reasonColumn, heading: say(REASON_HEADING, language), marks: [...reasons] }
}

function markedTable({ given }: OpenedList, [marks]: readonly SheetMarks[]): string {
  const rows = (given[0]?.rows ?? []).map(({ line, cells }) => ({ line, texts: cells.map(({ text }) => text) }))
  return marks === undefined ? '' : markTable(rows, marks)
}
