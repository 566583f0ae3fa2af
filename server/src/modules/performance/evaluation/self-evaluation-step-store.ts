import type { SelfEvaluationDeed, SelfEvaluationState } from '@shiji/kernel/reevaluation/self-evaluation-life'
import type { Reader, Tx } from '#platform/database/transaction'
import { appendStep, listStepsOf, type Step } from '../step-store.ts'

/** The state and the step that led to it. The self-evaluation is held. */
export async function saveEvaluationStep(tx: Tx, step: Step<SelfEvaluationDeed, SelfEvaluationState>): Promise<void> {
  const { formId, state } = step
  await tx.updateTable('performanceSelfEvaluation').set({ state }).where('formId', '=', formId).execute()
  await appendStep(tx, 'performanceSelfEvaluationStep', step)
}

/** Oldest first. */
export function listEvaluationSteps(reader: Reader, formId: string) {
  return listStepsOf<SelfEvaluationDeed, SelfEvaluationState>(reader, 'performanceSelfEvaluationStep', formId)
}
