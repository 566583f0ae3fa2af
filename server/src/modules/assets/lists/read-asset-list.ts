import { ASSET_PROBLEM_WORDS, type AssetProblem } from '@shiji/kernel/assets/asset-problem'
import { ASSET_SHEET_WORDS, type AssetSheet, findAssetSheet } from '@shiji/kernel/assets/asset-sheet'
import { cellName } from '@shiji/kernel/list-import/list-sheet'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { type OpenedList, openListFile } from '#platform/lists/open-list-file'
import { refuse } from '#platform/refusal'
import { type AssetListPlan, planAssetList } from './asset-ground.ts'

const PROBLEMS_SHOWN = 50

/** What a list would do; nothing is saved. */
export async function readAssetList(context: Context, { file }: { file: File }) {
  requirePermission(context, 'assets.write')
  const { language } = context
  const { sheet, notes } = await openAssetList(file, language)
  const plan = await read(context.db, (reader) => planAssetList(reader, context, sheet))
  const { problems, fingerprint } = plan
  return {
    ...countsOf(plan),
    wrongCells: problems.length,
    wrongRows: new Set(problems.map(({ line }) => line)).size,
    problems: problems.slice(0, PROBLEMS_SHOWN).map((problem) => ({
      sheet: sheet.name,
      cell: cellName(problem.column, problem.line),
      reason: sayAssetProblem(problem, language),
    })),
    notes: [...notes],
    fingerprint,
  }
}

export type AssetListFile = OpenedList & { readonly sheet: AssetSheet }

export async function openAssetList(file: File, language: Language): Promise<AssetListFile> {
  const opened = await openListFile(file, language)
  const found = findAssetSheet(opened.given)
  if (found.ok) return { ...opened, sheet: found.value }
  const { code, parameters } = found.problem
  return refuse('file-unreadable', { sentence: say(ASSET_SHEET_WORDS[code], language, parameters) })
}

export function sayAssetProblem({ code, parameters }: AssetProblem, language: Language): string {
  return say(ASSET_PROBLEM_WORDS[code], language, parameters)
}

export function countsOf({ made, changed, unchanged }: AssetListPlan) {
  return { made: made.length, changed: changed.length, unchanged }
}
