import { ContractId, type ContractRow, VendorId } from '@shiji/contract/contracts'
import { UnitId } from '@shiji/contract/directory'
import { ProjectId } from '@shiji/contract/performance'
import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { contractVisibleTo, fromContracts } from './contract-store.ts'
import { sharedProject } from './shared-rows.ts'

type Row = z.infer<typeof ContractRow>

/** Those that end first, first: they are what somebody has to think of. */
export async function listContracts(context: Context, { year, search }: { year: number; search: string }) {
  requirePermission(context, 'contracts.read')
  const { actor, now } = context
  const today = officeDay(now).toString()
  return read(context.db, (reader) => listContractRows(reader, actor, { today, year, search }))
}

type Query = { readonly today: string; readonly id?: string; readonly year?: number; readonly search?: string }

export async function listContractRows(reader: Reader, actor: Actor, query: Query): Promise<Row[]> {
  const { today, id, year, search = '' } = query
  const rows = await fromContracts(reader)
    .innerJoin(sharedProject, 'project.id', 'contract.projectId')
    .select(['contract.id', 'contract.number', 'contract.name', 'contract.termYear', 'contract.termYears'])
    .select(['contract.startsOn', 'contract.endsOn', 'contract.settledOn', 'contract.unitId', 'contract.vendorId'])
    .select(['directoryUnit.name as unitName', 'vendor.name as vendorName'])
    .select(['project.id as projectId', 'project.name as projectName'])
    .select([AMOUNT.as('amount'), PAID.as('paid'), NEXT.as('next')])
    .where(contractVisibleTo(actor))
    .$if(id !== undefined, (some) => some.where('contract.id', '=', id ?? ''))
    .$if(year !== undefined, (some) =>
      some.where('contract.startsOn', '<=', `${year}-12-31`).where('contract.endsOn', '>=', `${year}-01-01`),
    )
    .$if(search !== '', (some) =>
      some.where(sql<boolean>`strpos(concat_ws(' ', contract.name, contract.number, vendor.name), ${search}) > 0`),
    )
    .orderBy('contract.endsOn')
    .orderBy('contract.id')
    .execute()
  return rows.map((row) => toRow(row, today))
}

/** With its approved changes. */
export const AMOUNT = sql<Decimal>`(contract.amount + (
  select coalesce(sum(change.amount_delta), 0) from contracts_change change
   where change.contract_id = contract.id and change.verdict = 'approved'))`

const PAID = sql<Decimal>`(
  select coalesce(sum(paid.amount), 0) from contracts_instalment instalment
    join contracts_payment settled on settled.instalment_id = instalment.id
    join shared_payment paid on paid.id = settled.payment_id
   where instalment.contract_id = contract.id)`

const NEXT = sql<{ name: string; due_on: string } | null>`(
  select jsonb_build_object('name', milestone.name, 'due_on', milestone.due_on) from contracts_milestone milestone
   where milestone.contract_id = contract.id and milestone.done_on is null
   order by milestone.due_on, milestone.position limit 1)`

type Found = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly termYear: number
  readonly termYears: number
  readonly startsOn: string
  readonly endsOn: string
  readonly settledOn: string | null
  readonly unitId: string
  readonly unitName: string
  readonly vendorId: string
  readonly vendorName: string
  readonly projectId: string
  readonly projectName: string
  readonly amount: Decimal
  readonly paid: Decimal
  readonly next: { readonly name: string; readonly due_on: string } | null
}

function toRow(
  { next, settledOn, unitId, unitName, vendorId, vendorName, projectId, projectName, ...row }: Found,
  today: string,
): Row {
  return {
    ...row,
    id: ContractId.parse(row.id),
    unit: { id: UnitId.parse(unitId), name: unitName },
    vendor: { id: VendorId.parse(vendorId), name: vendorName },
    project: { id: ProjectId.parse(projectId), name: projectName },
    next: next === null ? null : { name: next.name, dueOn: next.due_on, isLate: next.due_on < today },
    isSettled: settledOn !== null,
  }
}
