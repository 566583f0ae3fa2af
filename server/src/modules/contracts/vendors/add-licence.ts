import type { VendorId } from '@shiji/contract/contracts'
import type { DocumentId } from '@shiji/contract/documents'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findVendor } from './vendor-store.ts'

type Input = {
  readonly id: VendorId
  readonly holder: string
  readonly name: string
  readonly number: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly documentId: DocumentId | null
}

export async function addLicence(context: Context, { id: vendorId, documentId, ...licence }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    if ((await findVendor(tx, actor, vendorId)) === undefined) refuse('not-found')
    if (documentId !== null && (await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    if (licence.validUntil !== null && licence.validUntil < licence.validFrom) refuse('span-reversed')

    const row = { id: context.newId(), vendorId, documentId, ...licence }
    await tx
      .insertInto('contractsLicence')
      .values({ ...row, madeAt: now, madeBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.licence-added', ...row })
    return {}
  })
}
