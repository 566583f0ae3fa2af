import type { DocumentId } from '@shiji/contract/documents'
import { guessMapping, readPayments } from '@shiji/kernel/payments/payment-list'
import { openDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { findMapping } from './mapping-store.ts'
import { readPaymentTable, sayRefused } from './payment-table.ts'

const SHOWN = 20

/** A payment list before it is taken; nothing is saved. */
export async function readPaymentList(context: Context, { documentId }: { documentId: DocumentId }) {
  requirePermission(context, 'performance.write')
  const { language, actor } = context
  const { name, bytes } = await openDocument(context, documentId)
  const remembered = await read(context.db, (reader) => findMapping(reader, actor.unitId))

  const table = await readPaymentTable({ name, bytes, language, orAny: true }, remembered)
  const mapping = guessMapping(table.headings, remembered)
  const { payments, refused } = readPayments(table, mapping)
  return {
    headings: table.headings,
    mapping,
    rows: payments.length,
    sample: payments.slice(0, SHOWN),
    refused: refused.slice(0, SHOWN).map((row) => sayRefused(row, language)),
  }
}
