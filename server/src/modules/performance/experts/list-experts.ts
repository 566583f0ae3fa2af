import type { ExpertsReply } from '@shiji/contract/expert-sheets'
import type { FormId } from '@shiji/contract/performance'
import type { z } from 'zod'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findSelfEvaluation } from '../evaluation/self-evaluation-store.ts'
import { listAsked, listFree } from './expert-sheet-store.ts'

export async function listExperts(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.review')
  return read(context.db, async (reader) => {
    const { projectId } = (await findSelfEvaluation(reader, context.actor, id)) ?? refuse('not-found')
    return sayExperts(reader, context, { formId: id, projectId })
  })
}

/** What was given stays with the expert until the means are computed. */
export async function sayExperts(
  reader: Reader,
  { actor }: PersonContext,
  of: { formId: string; projectId: string },
): Promise<z.input<typeof ExpertsReply>> {
  const asked = await listAsked(reader, of.formId)
  return {
    asked: asked.map(({ points: _, remark: __, ...expert }) => expert),
    free: await listFree(reader, actor, of),
  }
}
