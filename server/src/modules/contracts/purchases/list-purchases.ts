import { ContractId, PurchaseId, PurchaseMethod } from '@shiji/contract/contracts'
import type { Purchase } from '@shiji/contract/contracts-purchases'
import { DocumentId } from '@shiji/contract/documents'
import { ProjectId } from '@shiji/contract/performance'
import { judgeTender } from '@shiji/kernel/contracts/judge-tender'
import { tenderRulesOn } from '@shiji/kernel/contracts/tender-rules'
import { compare, type Decimal, isZero } from '@shiji/kernel/decimal'
import { loadTenderRules } from '@shiji/packs/load-packs'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { sharedProject } from '../shared-rows.ts'

const TENDER_RULES = loadTenderRules()

export async function listPurchases(context: Context, { year }: { year: number }) {
  requirePermission(context, 'contracts.read')
  const today = officeDay(context.now).toString()
  const rows = await read(context.db, (reader) => planOf(reader, context.actor, year))
  return rows.map((row) => toPurchase(row, today))
}

function planOf(reader: Reader, actor: Actor, year: number) {
  return (
    reader
      .selectFrom('contractsPurchase as purchase')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'purchase.unitId')
      .innerJoin(sharedProject, 'project.id', 'purchase.projectId')
      .leftJoin('contractsContract as contract', 'contract.id', 'purchase.contractId')
      // The last one counts.
      .leftJoinLateral(
        (from) =>
          from
            .selectFrom('contractsTender as one')
            .innerJoin('documentsDocument as document', 'document.id', 'one.documentId')
            .select(['one.documentId', 'document.name as documentName', 'one.number', 'one.years'])
            .select(['one.issuedOn', 'one.openedOn', 'one.awardedOn'])
            .whereRef('one.purchaseId', '=', 'purchase.id')
            .orderBy('one.recordedAt', 'desc')
            .orderBy('one.id', 'desc')
            .limit(1)
            .as('tender'),
        (join) => join.onTrue(),
      )
      .select(['purchase.id', 'purchase.item', 'purchase.quantity', 'purchase.unitWord', 'purchase.estimate'])
      .select(['purchase.method', 'purchase.dueOn', 'purchase.contractId', 'contract.number'])
      .select(['contract.signedOn', 'contract.endsOn', 'contract.termYear', 'contract.termYears'])
      .select(['project.id as projectId', 'project.name as projectName'])
      .select(['tender.documentId', 'tender.documentName', 'tender.number as tenderNumber', 'tender.years'])
      .select(['tender.issuedOn', 'tender.openedOn', 'tender.awardedOn'])
      .select(
        sql<Decimal>`coalesce((select sum(d.quantity) from contracts_delivery d where d.purchase_id = purchase.id), 0)`.as(
          'delivered',
        ),
      )
      .where('purchase.year', '=', year)
      .where(visibleTo(actor))
      .orderBy('purchase.dueOn')
      .orderBy('purchase.id')
      .execute()
  )
}

type Row = Awaited<ReturnType<typeof planOf>>[number]

function toPurchase(row: Row, today: string) {
  const { projectId, projectName, contractId, number, item, quantity, unitWord, estimate, dueOn, delivered } = row
  const method = PurchaseMethod.parse(row.method)
  const isTendered = method === 'open-tender' || method === 'invited-tender'
  const tender = tenderOf(row)
  return {
    ...{ item, quantity, unitWord, estimate, dueOn, delivered, method, tender },
    id: PurchaseId.parse(row.id),
    project: { id: ProjectId.parse(projectId), name: projectName },
    contract: contractId === null ? null : { id: ContractId.parse(contractId), number: number ?? '' },
    tenderFaults: judgeTender({ isTendered, tender, contract: contractOf(row), rules: rulesFor(tender) }),
    state: stateOf({ ...row, isBought: contractId !== null }, today),
  }
}

function tenderOf({ documentId, documentName, tenderNumber, years, issuedOn, openedOn, awardedOn }: Row) {
  if (documentId === null || issuedOn === null || openedOn === null || years === null) return null
  const document = { id: DocumentId.parse(documentId), name: documentName ?? '' }
  return { document, number: tenderNumber ?? '', issuedOn, openedOn, awardedOn, years }
}

/** Of the day it was issued: a law that comes later changes nothing about it. */
function rulesFor(tender: ReturnType<typeof tenderOf>) {
  return tender === null ? null : tenderRulesOn(TENDER_RULES, tender.issuedOn)
}

function contractOf({ signedOn, endsOn, termYear, termYears }: Row) {
  if (signedOn === null || endsOn === null || termYear === null || termYears === null) return null
  return { signedOn, endsOn, termYear, termYears }
}

type Line = { quantity: Decimal; delivered: Decimal; dueOn: string; isBought: boolean }

function stateOf({ quantity, delivered, dueOn, isBought }: Line, today: string): z.infer<typeof Purchase>['state'] {
  if (compare(delivered, quantity) >= 0) return 'delivered'
  if (dueOn < today) return 'overdue'
  if (!isZero(delivered)) return 'partly'
  return isBought ? 'contracted' : 'planned'
}
