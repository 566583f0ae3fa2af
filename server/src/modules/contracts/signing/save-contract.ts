import { decimal } from '@shiji/kernel/decimal'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import type { ContractInput } from './sign-contract.ts'

type NewContract = ContractInput & {
  readonly id: string
  readonly unitId: string
  /** One for each term. */
  readonly params: readonly unknown[]
}

export async function saveContract(
  tx: Tx,
  context: PersonContext,
  contract: NewContract,
): Promise<'saved' | 'number-taken' | 'purchase-unknown'> {
  const { terms, milestones, instalments, purchaseIds, params, ...head } = contract
  const { amount, passMark, pointValue, ...facts } = head
  const made = await tx
    .insertInto('contractsContract')
    .values({
      ...facts,
      amount: decimal(amount),
      passMark: decimal(passMark),
      pointValue: decimal(pointValue),
      madeAt: context.now,
      madeBy: context.actor.personId,
    })
    .onConflict((conflict) => conflict.constraint('contracts_contract_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return 'number-taken'
  await saveTerms(tx, context, contract)
  const milestoneIds = await saveMilestones(tx, context, contract)
  await saveInstalments(tx, context, contract, milestoneIds)
  return takePurchases(tx, contract)
}

async function saveTerms(tx: Tx, { newId }: PersonContext, { id, terms, params }: NewContract): Promise<void> {
  if (terms.length === 0) return
  const rows = terms.map(({ points, ...term }, at) => {
    const place = { id: newId(), contractId: id, position: at + 1 }
    return { ...term, ...place, points: decimal(points), params: JSON.stringify(params[at] ?? {}) }
  })
  await tx.insertInto('contractsTerm').values(rows).execute()
}

async function saveMilestones(tx: Tx, { newId }: PersonContext, { id, milestones }: NewContract): Promise<string[]> {
  const rows = milestones.map((milestone, at) => {
    return { ...milestone, id: newId(), contractId: id, position: at + 1, note: '' }
  })
  if (rows.length > 0) await tx.insertInto('contractsMilestone').values(rows).execute()
  return rows.map((row) => row.id)
}

async function saveInstalments(
  tx: Tx,
  { newId }: PersonContext,
  { id, instalments }: NewContract,
  milestoneIds: readonly string[],
): Promise<void> {
  const rows = instalments.map(({ milestone, amount, ...instalment }, at) => {
    const milestoneId = milestone === null ? null : (milestoneIds[milestone - 1] ?? null)
    return { ...instalment, id: newId(), contractId: id, position: at + 1, amount: decimal(amount), milestoneId }
  })
  await tx.insertInto('contractsInstalment').values(rows).execute()
}

/** Lines of the plan of the same project, bought by nothing else. */
async function takePurchases(tx: Tx, { id, projectId, purchaseIds }: NewContract) {
  if (purchaseIds.length === 0) return 'saved'
  const taken = await tx
    .updateTable('contractsPurchase')
    .set({ contractId: id })
    .where('id', 'in', [...purchaseIds])
    .where('projectId', '=', projectId)
    .where('contractId', 'is', null)
    .returning('id')
    .execute()
  return taken.length === new Set(purchaseIds).size ? 'saved' : 'purchase-unknown'
}
