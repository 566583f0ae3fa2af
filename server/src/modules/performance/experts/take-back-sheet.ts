import type { ExpertSheetId } from '@shiji/contract/expert-sheets'
import type { FormId } from '@shiji/contract/performance'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockSelfEvaluation } from '../evaluation/self-evaluation-store.ts'
import { tellPeople } from '../tell-people.ts'
import { lockAskedSheet, removeSheet } from './expert-sheet-store.ts'
import { sayExperts } from './list-experts.ts'

type Input = { readonly id: FormId; readonly sheetId: z.infer<typeof ExpertSheetId> }

/** Somebody else is to score, or nobody; what is signed stands. */
export async function takeBackSheet(context: Context, { id, sheetId }: Input) {
  requirePermission(context, 'performance.review')
  const { actor } = context

  return inTransaction(context.db, async (tx) => {
    const own = (await lockSelfEvaluation(tx, actor, id)) ?? refuse('not-found')
    const { personId, signedAt } = (await lockAskedSheet(tx, { id: sheetId, formId: id })) ?? refuse('not-found')
    if (signedAt !== null) refuse('expert-sheet-signed')

    await removeSheet(tx, sheetId)
    await recordInLedger(tx, context, { did: 'performance.expert-sheet-taken-back', formId: id, sheetId, personId })
    await tellPeople(tx, context, {
      ...{ code: 'expert-taken-back', subjectKind: 'expert-sheets', subjectId: sheetId, people: [personId] },
      parameters: { subject: own.content.project, opinion: '' },
    })
    return sayExperts(tx, context, { formId: id, projectId: own.projectId })
  })
}
