import { ASSET_PROBLEM_WORDS, type AssetProblem } from '@shiji/kernel/assets/asset-problem'
import { ASSET_SHEET_WORDS, type AssetSheet, findAssetSheet } from '@shiji/kernel/assets/asset-sheet'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { type OpenedList, openListFile } from '#platform/lists/open-list-file'
import { refuse } from '#platform/refusal'
import { planAssetList } from './asset-ground.ts'
import { showListPlan } from './show-list-plan.ts'

/** What a list would do; nothing is saved. */
export async function readAssetList(context: Context, { file }: { file: File }) {
  requirePermission(context, 'assets.write')
  const { language } = context
  const { sheet, notes } = await openAssetList(file, language)
  const plan = await read(context.db, (reader) => planAssetList(reader, context, sheet))
  return showListPlan(plan, { sheet, notes, say: (problem) => sayAssetProblem(problem, language) })
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
