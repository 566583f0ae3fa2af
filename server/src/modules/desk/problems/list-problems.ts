import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { problemsSeenBy, showProblem } from './problem-store.ts'

export async function listProblems(context: Context, { state }: { state: 'open' | 'all' }) {
  requirePermission(context, 'desk.read')
  const rows = await read(context.db, (reader) =>
    problemsSeenBy(reader, context.actor)
      .$if(state === 'open', (some) => some.where('problem.state', '<>', 'closed'))
      .orderBy('problem.openedAt', 'desc')
      .orderBy('problem.id', 'desc')
      .execute(),
  )
  return rows.map(showProblem)
}
