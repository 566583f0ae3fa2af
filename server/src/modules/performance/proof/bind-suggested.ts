import type { FormId } from '@shiji/contract/performance'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { bindIndicator } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lockDeclaration } from '../life/life-store.ts'
import { listApproved } from './approved-store.ts'
import { loadRows, sayDeclaration } from './load-rows.ts'
import { suggestMeasure } from './suggest-measure.ts'

const REASON = '按指标名称采用指标库的口径'

/** Rows nobody bound yet get what their words speak for; what a person decided, or took back, stands. */
export async function bindSuggested(context: Context, { id }: { readonly id: FormId }) {
  requirePermission(context, 'performance.write')
  const { actor } = context

  return inTransaction(context.db, async (tx) => {
    if ((await lockDeclaration(tx, actor, id)) === undefined) refuse('not-found')
    const [declaration] = await listApproved(tx, actor, { id, limit: 1 })
    if (declaration === undefined) return refuse('not-found')
    const load = () => loadRows(tx, context, { declarations: [declaration], year: declaration.year })
    const [before] = await load()
    const { unitId, projectId, year } = declaration
    const scope = { unitId, projectId }
    for (const { row, binding } of before?.rows ?? []) {
      const suggestion = binding === undefined ? suggestMeasure(context, row) : null
      if (suggestion === null) continue
      const measure = { key: suggestion.measure.key, params: suggestion.params, scope }
      const proof = { subjectId: id, indicator: indicatorName(row), measure, reason: REASON, seen: 0, year }
      await bindIndicator(tx, context, { ...proof, personId: actor.personId })
    }
    const [after] = await load()
    return after === undefined ? refuse('not-found') : sayDeclaration(context, after)
  })
}
