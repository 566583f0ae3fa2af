import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { openReadingList, planReadingList, sayProblems } from './reading-list.ts'

const PROBLEMS_SHOWN = 50

/** What a list would add; nothing is saved. */
export async function readReadingList(context: Context, { file }: { file: File }) {
  requirePermission(context, 'upkeep.work')
  const { language } = context
  const list = await openReadingList(file, language)
  const plan = await read(context.db, (reader) => planReadingList(reader, context, list))
  const { made, unchanged, problems, fingerprint } = plan
  const shown = sayProblems(plan, list, language).slice(0, PROBLEMS_SHOWN)
  return { made: made.length, unchanged, wrongCells: problems.length, problems: shown, fingerprint }
}
