import { ChangeOrderId, type ContractId } from '@shiji/contract/contracts'
import { decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Input = {
  readonly id: ContractId
  readonly what: string
  readonly reason: string
  readonly amountDelta: string
  readonly endsOn: string | null
  readonly askedOn: string
  readonly carriedOutOn: string | null
}

export async function askForChange(context: Context, { id: contractId, amountDelta, ...change }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, contractId)) ?? refuse('not-found')
    refuseAhead(context, change.askedOn)
    if (change.carriedOutOn !== null) refuseAhead(context, change.carriedOutOn)

    const { number } = await tx
      .selectFrom('contractsChange')
      .select(sql<number>`count(*)::int + 1`.as('number'))
      .where('contractId', '=', contractId)
      .executeTakeFirstOrThrow()
    const row = { id: context.newId(), contractId, number, amountDelta: decimal(amountDelta), ...change }
    await tx
      .insertInto('contractsChange')
      .values({ ...row, askedAt: now, askedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.change-asked', ...row })
    await tellContract(tx, context, { ...contract, days: [change.askedOn] })
    return { id: ChangeOrderId.parse(row.id) }
  })
}
