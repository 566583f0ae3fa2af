import type { PurchaseId } from '@shiji/contract/contracts'
import type { DocumentId } from '@shiji/contract/documents'
import { visibleTo } from '#modules/directory'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'

type Input = {
  readonly id: PurchaseId
  readonly documentId: DocumentId
  readonly number: string
  readonly issuedOn: string
  readonly openedOn: string
  readonly awardedOn: string | null
  readonly years: number
}

/** 招标文件 of a purchase. Brought again, the last one counts; those before stay. */
export async function recordTender(context: Context, { id: purchaseId, ...tender }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const purchase = await tx
      .selectFrom('contractsPurchase as purchase')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'purchase.unitId')
      .select('purchase.id')
      .where('purchase.id', '=', purchaseId)
      .where(visibleTo(actor))
      .forUpdate('purchase')
      .executeTakeFirst()
    if (purchase === undefined) refuse('not-found')
    if ((await findDocument(tx, actor, tender.documentId)) === undefined) refuse('not-found')
    const { issuedOn, openedOn, awardedOn } = tender
    if (issuedOn > openedOn || (awardedOn !== null && openedOn > awardedOn)) refuse('tender-days-reversed')
    refuseAhead(context, issuedOn)
    if (awardedOn !== null) refuseAhead(context, awardedOn)

    const row = { id: context.newId(), purchaseId, ...tender }
    await tx
      .insertInto('contractsTender')
      .values({ ...row, recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.tender-recorded', ...row })
    return {}
  })
}
