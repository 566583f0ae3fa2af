import type { ContractId } from '@shiji/contract/contracts'
import { appraise } from '@shiji/kernel/contracts/appraise'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'
import { refuseHeld } from './refuse-held.ts'
import { saveMissed } from './save-missed.ts'

type Input = { readonly id: ContractId; readonly year: number; readonly heldOn: string; readonly opinion: string }

/** The records are asked once more, then the score follows from the ledger and nothing else. */
export async function holdAppraisal(context: Context, { id: contractId, year, heldOn, opinion }: Input) {
  requirePermission(context, 'contracts.confirm')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, contractId)) ?? refuse('not-found')
    refuseAhead(context, heldOn)
    await refuseHeld(tx, contractId, year)

    await saveMissed(tx, context, { contract, year })
    const ledger = await tx
      .selectFrom('contractsDeduction')
      .select('points')
      .where('contractId', '=', contractId)
      .where('year', '=', year)
      .execute()
    const result = appraise(
      ledger.map(({ points }) => points),
      contract.passMark,
    )
    const row = { id: context.newId(), contractId, year, heldOn, opinion, ...result }
    await tx
      .insertInto('contractsAppraisal')
      .values({ ...row, recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.appraisal-held', ...row })
    const due = await tx
      .selectFrom('contractsInstalment')
      .select('dueOn')
      .where('contractId', '=', contractId)
      .where('appraisalYear', '=', year)
      .execute()
    await tellContract(tx, context, { ...contract, days: [heldOn, ...due.map(({ dueOn }) => dueOn)] })
    return { score: result.score, passed: result.passed }
  })
}
