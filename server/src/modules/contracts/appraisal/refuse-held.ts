import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'

/** After its appraisal the ledger of a year is closed. */
export async function refuseHeld(reader: Reader, contractId: string, year: number): Promise<void> {
  const held = await reader
    .selectFrom('contractsAppraisal')
    .select('id')
    .where('contractId', '=', contractId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (held !== undefined) refuse('appraisal-held', { year })
}
