import type { ContractId, MilestoneId } from '@shiji/contract/contracts'
import type { NewItem } from '@shiji/contract/contracts-deeds'
import type { DocumentId } from '@shiji/contract/documents'
import { judgeItem } from '@shiji/kernel/contracts/judge-item'
import type { z } from 'zod'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Item = z.infer<typeof NewItem>
type Input = {
  readonly id: ContractId
  readonly name: string
  readonly milestoneId: z.infer<typeof MilestoneId> | null
  readonly acceptedOn: string
  readonly signedBy: string
  readonly documentId: DocumentId | null
  readonly items: readonly Item[]
}

/** The sheet passes when every item does; where figures decide, they decide. */
export async function recordAcceptance(context: Context, { id: contractId, items, ...sheet }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, contractId)) ?? refuse('not-found')
    const { milestoneId, documentId } = sheet
    if (milestoneId !== null && !(await isOf(tx, contractId, milestoneId))) refuse('not-found')
    if (documentId !== null && (await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    refuseAhead(context, sheet.acceptedOn)
    const judged = items.map(judge)
    const passed = judged.every((item) => item.passed)

    const id = context.newId()
    const row = { id, contractId, ...sheet, passed }
    await tx
      .insertInto('contractsAcceptance')
      .values({ ...row, recordedAt: now, recordedBy: actor.personId })
      .execute()
    const lines = judged.map((item, at) => ({ ...item, acceptanceId: id, position: at + 1 }))
    await tx.insertInto('contractsAcceptanceItem').values(lines).execute()
    await recordInLedger(tx, context, { did: 'contracts.acceptance-recorded', ...row, items: judged })
    await tellContract(tx, context, { ...contract, days: [sheet.acceptedOn, contract.endsOn] })
    return { passed }
  })
}

function judge({ verdict, ...item }: Item) {
  const { item: name, required, measured } = item
  const judged = judgeItem({ required, measured, verdict })
  switch (judged.kind) {
    case 'judged':
      return { ...item, passed: judged.passed, judged: judged.by }
    case 'undecided':
      return refuse('item-undecided', { item: name })
    case 'contradicted':
      return refuse('item-contradicted', { item: name, required, measured })
  }
}

async function isOf(tx: Tx, contractId: string, milestoneId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('contractsMilestone')
    .select('id')
    .where('id', '=', milestoneId)
    .where('contractId', '=', contractId)
    .executeTakeFirst()
  return found !== undefined
}
