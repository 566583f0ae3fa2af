import { ContractId, PurchaseId, PurchaseMethod } from '@shiji/contract/contracts'
import type { Purchase } from '@shiji/contract/contracts-purchases'
import { ProjectId } from '@shiji/contract/performance'
import { compare, type Decimal, isZero } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { sharedProject } from '../shared-rows.ts'

export async function listPurchases(context: Context, { year }: { year: number }) {
  requirePermission(context, 'contracts.read')
  const today = officeDay(context.now).toString()
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('contractsPurchase as purchase')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'purchase.unitId')
      .innerJoin(sharedProject, 'project.id', 'purchase.projectId')
      .leftJoin('contractsContract as contract', 'contract.id', 'purchase.contractId')
      .select(['purchase.id', 'purchase.item', 'purchase.quantity', 'purchase.unitWord', 'purchase.estimate'])
      .select(['purchase.method', 'purchase.dueOn', 'purchase.contractId', 'contract.number'])
      .select(['project.id as projectId', 'project.name as projectName'])
      .select(
        sql<Decimal>`coalesce((select sum(d.quantity) from contracts_delivery d where d.purchase_id = purchase.id), 0)`.as(
          'delivered',
        ),
      )
      .where('purchase.year', '=', year)
      .where(visibleTo(context.actor))
      .orderBy('purchase.dueOn')
      .orderBy('purchase.id')
      .execute(),
  )
  return rows.map(({ projectId, projectName, contractId, number, ...row }) => ({
    ...row,
    id: PurchaseId.parse(row.id),
    method: PurchaseMethod.parse(row.method),
    project: { id: ProjectId.parse(projectId), name: projectName },
    contract: contractId === null ? null : { id: ContractId.parse(contractId), number: number ?? '' },
    state: stateOf({ ...row, isBought: contractId !== null }, today),
  }))
}

type Line = { quantity: Decimal; delivered: Decimal; dueOn: string; isBought: boolean }

function stateOf({ quantity, delivered, dueOn, isBought }: Line, today: string): z.infer<typeof Purchase>['state'] {
  if (compare(delivered, quantity) >= 0) return 'delivered'
  if (dueOn < today) return 'overdue'
  if (!isZero(delivered)) return 'partly'
  return isBought ? 'contracted' : 'planned'
}
