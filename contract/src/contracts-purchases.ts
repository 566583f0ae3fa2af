import { TENDER_FAULTS, type TenderFault } from '@shiji/kernel/contracts/tender-faults'
import { z } from 'zod'
import { ContractId, PurchaseId, PurchaseMethod } from './contracts.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { ProjectId } from './performance.ts'

/** 采购计划: what is to be bought in a year, and what became of it. */

const day = z.iso.date()
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)

const faults = Object.keys(TENDER_FAULTS) as [TenderFault, ...TenderFault[]]

export const Tender = z.object({
  document: z.object({ id: DocumentId, name: z.string() }),
  number: z.string(),
  issuedOn: day,
  openedOn: day,
  awardedOn: day.nullable(),
  /** How many yearly contracts it was called for: 招标三年一签. */
  years: z.int(),
})

export const Purchase = z.object({
  id: PurchaseId,
  project: z.object({ id: ProjectId, name: z.string() }),
  item: z.string(),
  quantity: z.string(),
  unitWord: z.string(),
  estimate: z.string(),
  method: PurchaseMethod,
  dueOn: day,
  contract: z.object({ id: ContractId, number: z.string() }).nullable(),
  delivered: z.string(),
  tender: Tender.nullable(),
  /** Where tender and contract do not fit together. */
  tenderFaults: z.array(z.enum(faults)),
  state: z.enum(['planned', 'overdue', 'contracted', 'partly', 'delivered']),
})

export const purchases = {
  listPurchases: endpoint({
    method: 'GET',
    path: '/purchases',
    summary: 'The procurement plan of a year',
    access: { permission: 'contracts.read' },
    refuses: [],
  })
    .input(z.object({ year: FormYear }))
    .output(z.array(Purchase)),
  planPurchase: endpoint({
    method: 'POST',
    path: '/purchases',
    summary: 'Put a line on the procurement plan',
    access: { permission: 'contracts.write' },
    refuses: ['not-found'],
  })
    .input(
      z.object({
        projectId: ProjectId,
        year: FormYear,
        item: z.string().trim().min(1).max(200),
        quantity: amount.refine((text) => Number(text) > 0),
        unitWord: z.string().trim().min(1).max(10),
        estimate: amount,
        method: PurchaseMethod,
        dueOn: day,
      }),
    )
    .output(z.object({ id: PurchaseId })),
  recordTender: endpoint({
    method: 'POST',
    path: '/purchases/{id}/tender',
    summary: 'Bring the tender file of a purchase with its days; the last one counts',
    access: { permission: 'contracts.write' },
    refuses: ['not-found', 'day-ahead', 'tender-days-reversed'],
  })
    .input(
      z.object({
        id: PurchaseId,
        documentId: DocumentId,
        number: z.string().trim().max(100),
        issuedOn: day,
        openedOn: day,
        awardedOn: day.nullable(),
        years: z.int().min(1).max(10),
      }),
    )
    .output(z.object({})),
}
