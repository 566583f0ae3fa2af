import type { PersonId } from '@shiji/contract/directory'
import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockSelfEvaluation } from '../evaluation/self-evaluation-store.ts'
import { hasWorkedOn } from '../life/life-store.ts'
import { tellPeople } from '../tell-people.ts'
import { listAsked, listFree, saveNewSheet } from './expert-sheet-store.ts'
import { sayExperts } from './list-experts.ts'

type Input = { readonly id: FormId; readonly personId: PersonId }

/** 重点评价: nobody judges the own unit's work, nor what passed through the own hands. */
export async function askExpert(context: Context, { id, personId }: Input) {
  requirePermission(context, 'performance.review')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const own = (await lockSelfEvaluation(tx, actor, id)) ?? refuse('not-found')
    if (own.state !== 'accepted') refuse('self-evaluation-on-its-way')
    const of = { formId: id, projectId: own.projectId }
    if ((await listAsked(tx, id)).some((one) => one.personId === personId)) refuse('expert-asked')
    const isFree = (await listFree(tx, actor, of)).some((one) => one.personId === personId)
    const hasWorked = (await hasWorkedOn(tx, id, personId)) || (await hasWorkedOn(tx, own.declarationId, personId))
    if (!isFree || hasWorked || personId === own.handedInBy) refuse('expert-unfit')

    const sheetId = context.newId()
    await saveNewSheet(tx, { id: sheetId, formId: id, personId, askedAt: now, askedBy: actor.personId })
    await recordInLedger(tx, context, { did: 'performance.expert-asked', formId: id, sheetId, personId })
    await tellPeople(tx, context, {
      ...{ code: 'expert-asked', subjectKind: 'expert-sheet', subjectId: sheetId, people: [personId] },
      parameters: { subject: own.content.project, opinion: '' },
    })
    return sayExperts(tx, context, of)
  })
}
