import type { Tx } from '#platform/database/transaction'
import type { PaymentRecorded } from '#platform/payment'
import type { NewPayment } from './money-store.ts'

/** A payment recorded before any list has it; its list will give it a fingerprint. */
export async function saveRecorded(
  tx: Tx,
  payment: PaymentRecorded,
  recorded: { readonly recordedAt: Temporal.Instant; readonly recordedBy: string | null },
): Promise<void> {
  const fingerprint = `recorded ${payment.id}`
  await tx
    .insertInto('performancePayment')
    .values({ ...payment, ...recorded, fingerprint })
    .execute()
}

/** Payments of these projects no list has brought yet, oldest first. */
export function listUnlisted(tx: Tx, projectIds: readonly string[]) {
  return tx
    .selectFrom('performancePayment')
    .select(['id', 'projectId', 'paidOn', 'amount', 'voucher'])
    .where('projectId', 'in', [...projectIds])
    .where('listId', 'is', null)
    .orderBy('paidOn')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The list has the payment: from here on it stands as the list says it. */
export async function markListed(tx: Tx, id: string, { id: _, projectId: __, ...listed }: NewPayment): Promise<void> {
  await tx.updateTable('performancePayment').set(listed).where('id', '=', id).execute()
}

/** Of these lines those a list brought before. */
export async function listKnownFingerprints(tx: Tx, fingerprints: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('performancePayment')
    .select('fingerprint')
    .where('fingerprint', 'in', [...fingerprints])
    .execute()
  return new Set(rows.map(({ fingerprint }) => fingerprint))
}
