import type { FormId } from '@shiji/contract/performance'
import { compareContents } from '@shiji/kernel/form/compare-contents'
import { sayRevisionProblem } from '@shiji/kernel/revision/revision-wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { revise, suggestWeights } from './revise.ts'
import type { Asked } from './revision-store.ts'

/** A revision before it is filed; nothing is saved. */
export async function checkRevision(context: Context, { id, ...asked }: Asked & { readonly id: FormId }) {
  requirePermission(context, 'performance.write')
  const { content } =
    (await read(context.db, (reader) => findDeclaration(reader, context.actor, id))) ?? refuse('not-found')

  const outcome = revise(content, asked)
  const problems = outcome.ok ? [] : outcome.problem
  return {
    problems: problems.map((problem) => ({
      code: problem.code,
      where: problem.where,
      message: sayRevisionProblem(problem, context.language),
    })),
    suggestedWeights: suggestWeights(content, asked),
    differences: outcome.ok ? compareContents(content, outcome.value.content) : [],
  }
}
