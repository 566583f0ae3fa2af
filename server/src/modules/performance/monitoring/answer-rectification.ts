import type { DocumentId } from '@shiji/contract/documents'
import type { RectificationId } from '@shiji/contract/monitoring'
import { FormId } from '@shiji/contract/performance'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { listRectificationRows, lockRectification, type RectificationRow, saveAnswer } from './rectification-store.ts'
import { tellOf } from './tell-of-notice.ts'

type Input = { readonly id: RectificationId; readonly answer: string; readonly documentIds: readonly DocumentId[] }

export async function answerRectification(context: Context, { id, answer, documentIds }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const notice = (await lockRectification(tx, actor, id)) ?? refuse('not-found')
    if (notice.state !== 'open') refuse('rectification-settled', { state: notice.state })
    for (const documentId of documentIds) {
      if ((await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    }
    const said = { answer, documentIds: [...documentIds] }
    await saveAnswer(tx, id, { ...said, answeredAt: now, answeredBy: actor.personId })
    await recordInLedger(tx, context, { did: 'performance.rectification-answered', rectificationId: id, ...said })
    await tellIssuer(tx, context, { notice, answer })
    const [saved] = await listRectificationRows(tx, actor, { id, today: officeDay(now) })
    return saved ?? refuse('not-found')
  })
}

async function tellIssuer(
  tx: Tx,
  context: Context,
  { notice, answer }: { readonly notice: RectificationRow; readonly answer: string },
): Promise<void> {
  const { formId, project, dueOn: due, issuedBy } = notice
  const said = { formId: FormId.parse(formId), project, due, opinion: answer }
  await tellOf(tx, context, { ...said, code: 'rectification-answered', people: [issuedBy] })
}
