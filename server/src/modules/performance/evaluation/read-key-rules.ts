import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lifeRulesOf } from '../official-sheets.ts'
import { findSelfEvaluation } from './self-evaluation-store.ts'

/** What experts score in a 重点评价 of this year and place. */
export async function readKeyRules(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  const own = await read(context.db, (reader) => findSelfEvaluation(reader, context.actor, id))
  const { experts, dropExtremesFrom, parts, partsSource } = lifeRulesOf(
    (own ?? refuse('not-found')).content,
  ).keyEvaluation
  return {
    ...{ experts, dropExtremesFrom, source: partsSource.text },
    parts: parts.map(({ name, weight }) => ({ name: name[context.language], weight })),
  }
}
