import { IMPORT_PROBLEM_WORDS } from '@shiji/kernel/directory-import/import-problem'
import { findSheets, type ImportSheets, SHEET_PROBLEM_WORDS } from '@shiji/kernel/directory-import/import-sheets'
import type { ListImport } from '#platform/lists/list-import'
import { type ListPlan, planList } from './list-ground.ts'

/** The list of units and people an office brings. */
export const DIRECTORY_LIST: ListImport<ImportSheets, ListPlan> = {
  permission: 'directory.manage-people',
  find: findSheets,
  sheetsOf: ({ units, people }) => [units, people].filter((sheet) => sheet !== null),
  plan: planList,
  words: { file: SHEET_PROBLEM_WORDS, cell: IMPORT_PROBLEM_WORDS },
}
