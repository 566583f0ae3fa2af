import type { SelfEvaluationDeed, SelfEvaluationState } from '@shiji/kernel/reevaluation/self-evaluation-life'
import type { Reader, Tx } from '#platform/database/transaction'

export type SelfEvaluationStep = {
  readonly formId: string
  readonly deed: SelfEvaluationDeed
  readonly state: SelfEvaluationState
  readonly version: number
  readonly sha256: string
  /** For which desk of the chain the person decided; '' for the unit itself. */
  readonly desk: string
  readonly opinion: string
  readonly at: Temporal.Instant
  readonly personId: string
}

/** The state and the step that led to it. The self-evaluation is held. */
export async function saveEvaluationStep(tx: Tx, step: SelfEvaluationStep): Promise<void> {
  const { formId, state } = step
  await tx.updateTable('performanceSelfEvaluation').set({ state }).where('formId', '=', formId).execute()
  const last = await tx
    .selectFrom('performanceSelfEvaluationStep')
    .select((column) => column.fn.max('number').as('number'))
    .where('formId', '=', formId)
    .executeTakeFirst()
  await tx
    .insertInto('performanceSelfEvaluationStep')
    .values({ ...step, number: (last?.number ?? 0) + 1 })
    .execute()
}

/** Oldest first. */
export async function listEvaluationSteps(reader: Reader, formId: string) {
  const rows = await reader
    .selectFrom('performanceSelfEvaluationStep as step')
    .innerJoin('directoryPerson as person', 'person.id', 'step.personId')
    .select(['step.number', 'step.deed', 'step.state', 'step.version', 'step.sha256'])
    .select(['step.desk', 'step.opinion', 'step.at', 'person.name as by'])
    .where('step.formId', '=', formId)
    .orderBy('step.number')
    .execute()
  return rows.map(({ deed, state, at, ...row }) => ({
    ...row,
    deed: deed as SelfEvaluationDeed,
    state: state as SelfEvaluationState,
    at: at.toString(),
  }))
}
