import type { FormId } from '@shiji/contract/performance'
import {
  SELF_EVALUATION_DEED_WORDS,
  SELF_EVALUATION_STATE_WORDS,
} from '@shiji/kernel/reevaluation/self-evaluation-life'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { hashContent } from '../life/content-hash.ts'
import type { Format } from '../print-content.ts'
import { printSteps } from '../results/print-steps.ts'
import { listEvaluationSteps } from './self-evaluation-step-store.ts'
import { findSelfEvaluation } from './self-evaluation-store.ts'

/** 审批单 of a self-evaluation, as printed for the declaration itself. */
export async function printEvaluationTrail(context: Context, { id, as }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { own, steps } = await read(context.db, async (reader) => {
    const found = (await findSelfEvaluation(reader, context.actor, id)) ?? refuse('not-found')
    return { own: found, steps: await listEvaluationSteps(reader, id) }
  })
  const { content, version } = own
  const state = SELF_EVALUATION_STATE_WORDS[own.state].zh
  return printSteps(context, {
    about: { subject: '绩效自评', content, version, sha256: hashContent(content), state },
    steps: steps.map((step) => ({ ...step, deed: SELF_EVALUATION_DEED_WORDS[step.deed].zh })),
    place: content,
    as,
  })
}
