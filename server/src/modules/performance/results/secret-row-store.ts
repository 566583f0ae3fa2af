import type { Reader, Tx } from '#platform/database/transaction'

export async function listSecretRows(reader: Reader, formId: string) {
  return reader
    .selectFrom('performanceSecretRow')
    .select(['indicator', 'reason'])
    .where('formId', '=', formId)
    .orderBy('indicator')
    .execute()
}

type Kept = {
  readonly formId: string
  readonly rows: readonly { readonly indicator: string; readonly reason: string }[]
  readonly setAt: Temporal.Instant
  readonly setBy: string
}

/** Replaces the rows that are kept back. */
export async function saveSecretRows(tx: Tx, { formId, rows, setAt, setBy }: Kept): Promise<void> {
  await tx.deleteFrom('performanceSecretRow').where('formId', '=', formId).execute()
  const values = rows.map((row) => ({ ...row, formId, setAt, setBy }))
  if (values.length > 0) await tx.insertInto('performanceSecretRow').values(values).execute()
}
