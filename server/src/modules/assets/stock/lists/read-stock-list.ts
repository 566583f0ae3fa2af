import { STOCK_PROBLEM_WORDS, type StockProblem } from '@shiji/kernel/assets/stock-problem'
import { findStockSheet, STOCK_SHEET_WORDS, type StockSheet } from '@shiji/kernel/assets/stock-sheet'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { type OpenedList, openListFile } from '#platform/lists/open-list-file'
import { refuse } from '#platform/refusal'
import { showListPlan } from '../../lists/show-list-plan.ts'
import { planStockList } from './stock-ground.ts'

/** What a list would do; nothing is saved. */
export async function readStockList(context: Context, { file }: { file: File }) {
  requirePermission(context, 'assets.write')
  const { language } = context
  const { sheet, notes } = await openStockList(file, language)
  const plan = await read(context.db, (reader) => planStockList(reader, context, sheet))
  return showListPlan(plan, { sheet, notes, say: (problem) => sayStockProblem(problem, language) })
}

export type StockListFile = OpenedList & { readonly sheet: StockSheet }

export async function openStockList(file: File, language: Language): Promise<StockListFile> {
  const opened = await openListFile(file, language)
  const found = findStockSheet(opened.given)
  if (found.ok) return { ...opened, sheet: found.value }
  const { code, parameters } = found.problem
  return refuse('file-unreadable', { sentence: say(STOCK_SHEET_WORDS[code], language, parameters) })
}

export function sayStockProblem({ code, parameters }: StockProblem, language: Language): string {
  return say(STOCK_PROBLEM_WORDS[code], language, parameters)
}
