import { findSheets, type ImportSheets, SHEET_PROBLEM_WORDS } from '@shiji/kernel/directory-import/import-sheets'
import { type Language, say } from '@shiji/kernel/wording'
import { type OpenedList, openListFile } from '#platform/lists/open-list-file'
import { refuse } from '#platform/refusal'

const IGNORED_SHEETS = {
  zh: '工作表“{sheets}”不是单位或人员，没有读取。',
  en: 'The sheets "{sheets}" list neither units nor people; they were not read.',
}

export type ListFile = OpenedList & { readonly sheets: ImportSheets }

/** The lists of units and people in a file that was brought. */
export async function readListFile(file: File, language: Language): Promise<ListFile> {
  const opened = await openListFile(file, language)
  const found = findSheets(opened.given)
  if (!found.ok) {
    const { code, parameters } = found.problem
    return refuse('file-unreadable', { sentence: say(SHEET_PROBLEM_WORDS[code], language, parameters) })
  }
  const { ignored } = found.value
  const passedOver = ignored.length === 0 ? [] : [say(IGNORED_SHEETS, language, { sheets: ignored.join('、') })]
  return { ...opened, sheets: found.value, notes: [...opened.notes, ...passedOver] }
}
