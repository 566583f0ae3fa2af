import { createHash } from 'node:crypto'
import type { DocumentId } from '@shiji/contract/documents'
import { PaymentListId } from '@shiji/contract/money'
import type { ProjectId } from '@shiji/contract/performance'
import type { Payment, PaymentMapping } from '@shiji/kernel/payments/payment-list'
import { openDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { PAYMENTS_LISTED } from '#platform/payment'
import { findInList } from './find-in-list.ts'
import { saveMapping } from './mapping-store.ts'
import { countPaymentList, type NewPayment, savePaymentList, savePayments } from './money-store.ts'
import { readPaymentTable, sayRefused } from './payment-table.ts'
import { sortPayments } from './sort-payments.ts'
import { tellMoney } from './tell-money.ts'

type Input = {
  readonly documentId: DocumentId
  readonly mapping: PaymentMapping
  readonly projectId: ProjectId | null
}

/** The payments of a list are taken once, however often it is brought; what cannot be taken is named by its line. */
export async function importPayments(context: Context, { documentId, mapping, projectId }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now, language } = context
  const { name, bytes } = await openDocument(context, documentId)
  const table = await readPaymentTable({ name, bytes, language }, mapping)

  return inTransaction(context.db, async (tx) => {
    const { known, refused } = await sortPayments(tx, context, { table, mapping, projectId })

    const listId = context.newId()
    const list = { id: listId, unitId: actor.unitId, documentId, importedAt: now, importedBy: actor.personId }
    await savePaymentList(tx, { ...list, taken: 0, repeated: 0, refused: refused.length })
    const rows = withFingerprints(known).map((row) => ({ ...row, id: context.newId(), listId }))
    const { rest, days } = await findInList(tx, rows)
    const added = await savePayments(tx, rest)
    const [taken, repeated] = [added.length, rows.length - added.length]
    await countPaymentList(tx, listId, taken, repeated)
    await saveMapping(tx, { unitId: actor.unitId, mapping, savedAt: now, savedBy: actor.personId })
    for (const [project, payments] of Map.groupBy([...rows, ...days], ({ projectId: of }) => of))
      await tellMoney(tx, context, { projectId: project, days: payments.map(({ paidOn }) => paidOn) })
    for (const [project, payments] of Map.groupBy(rest, ({ projectId: of }) => of)) {
      const ids = payments.map(({ id }) => id).filter((id) => added.includes(id))
      await tell(tx, context, PAYMENTS_LISTED, { projectId: project, ids })
    }
    const counts = { taken, repeated, refused: refused.length }
    await recordInLedger(tx, context, { did: 'performance.payments-imported', listId, documentId, ...counts })
    return { ...counts, id: PaymentListId.parse(listId), refused: refused.map((row) => sayRefused(row, language)) }
  })
}

/** Lines that say the same in one list are counted, so that two equal payments stay two. */
function withFingerprints(
  rows: readonly { payment: Payment; projectId: string }[],
): Omit<NewPayment, 'id' | 'listId'>[] {
  const seen = new Map<string, number>()
  return rows.map(({ payment: { project, ...payment }, projectId }) => {
    const { paidOn, amount, voucher, payee, purpose } = payment
    const said = JSON.stringify([projectId, paidOn, amount, voucher, payee, purpose])
    const count = (seen.get(said) ?? 0) + 1
    seen.set(said, count)
    const fingerprint = createHash('sha256').update(`${said}#${count}`).digest('hex')
    return { ...payment, projectId, fingerprint }
  })
}
