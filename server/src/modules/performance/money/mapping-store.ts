import { PaymentMapping } from '@shiji/contract/money'
import type { PaymentMapping as Mapping } from '@shiji/kernel/payments/payment-list'
import type { Reader, Tx } from '#platform/database/transaction'

/** How the unit's last list was headed. */
export async function findMapping(reader: Reader, unitId: string): Promise<Mapping | null> {
  const row = await reader
    .selectFrom('performancePaymentMapping')
    .select('mapping')
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  return row === undefined ? null : PaymentMapping.parse(row.mapping)
}

export async function saveMapping(
  tx: Tx,
  {
    unitId,
    mapping,
    savedAt,
    savedBy,
  }: { unitId: string; mapping: Mapping; savedAt: Temporal.Instant; savedBy: string },
): Promise<void> {
  const values = { mapping: JSON.stringify(mapping), savedAt, savedBy }
  await tx
    .insertInto('performancePaymentMapping')
    .values({ unitId, ...values })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet(values))
    .execute()
}
