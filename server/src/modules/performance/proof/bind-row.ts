import type { FormId } from '@shiji/contract/performance'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { bindIndicator } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lockDeclaration } from '../life/life-store.ts'
import { findRow } from './find-row.ts'
import { sayRowState } from './say-row.ts'

type Input = {
  readonly id: FormId
  readonly position: number
  readonly measure: string | null
  readonly params: Readonly<Record<string, unknown>>
  readonly wholeUnit: boolean
  readonly reason: string
  readonly seen: number
}

/** Which records prove a promise is decided by a person, with a reason, and can be followed afterwards. */
export async function bindRow(context: Context, input: Input) {
  requirePermission(context, 'performance.write')
  const { actor } = context
  const { id, position, measure: key, params, wholeUnit, reason, seen } = input

  return inTransaction(context.db, async (tx) => {
    if ((await lockDeclaration(tx, actor, id)) === undefined) refuse('not-found')
    const { declaration, state } = await findRow(tx, context, { id, position })
    const { unitId, projectId, year } = declaration
    const scope = { unitId, projectId: wholeUnit ? null : projectId }
    const measure = key === null ? null : { key, params, scope }
    const indicator = indicatorName(state.row)
    await bindIndicator(tx, context, {
      subjectId: id,
      indicator,
      measure,
      reason,
      seen,
      personId: actor.personId,
      year,
    })
    return sayRowState(context, (await findRow(tx, context, { id, position })).state)
  })
}
