import { z } from 'zod'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { ProjectId } from './performance.ts'

/** Contracts from signing to the last payment: what was promised, what came, how it was accepted, what was paid. */

export const VendorId = z.uuid().brand<'VendorId'>()
export const ContractId = z.uuid().brand<'ContractId'>()
export const MilestoneId = z.uuid().brand<'MilestoneId'>()
export const PurchaseId = z.uuid().brand<'PurchaseId'>()
export const DeliveryId = z.uuid().brand<'DeliveryId'>()
export const InstalmentId = z.uuid().brand<'InstalmentId'>()
export const ChangeOrderId = z.uuid().brand<'ChangeOrderId'>()
export const SupervisionId = z.uuid().brand<'SupervisionId'>()
export type VendorId = z.infer<typeof VendorId>
export type ContractId = z.infer<typeof ContractId>
export type PurchaseId = z.infer<typeof PurchaseId>
export type DeliveryId = z.infer<typeof DeliveryId>
export type InstalmentId = z.infer<typeof InstalmentId>

const read = { permission: 'contracts.read' } as const

const day = z.iso.date()
const instant = z.iso.datetime()

/** 公开招标 · 邀请招标 · 竞争性谈判 · 竞争性磋商 · 询价 · 单一来源 · 限额以下自行采购. */
export const PurchaseMethod = z.enum([
  'open-tender',
  'invited-tender',
  'negotiation',
  'consultation',
  'inquiry',
  'single-source',
  'below-limit',
])

const named = z.object({ id: VendorId, name: z.string() })

export const ContractRow = z.object({
  id: ContractId,
  number: z.string(),
  name: z.string(),
  unit: z.object({ id: UnitId, name: z.string() }),
  project: z.object({ id: ProjectId, name: z.string() }),
  vendor: named,
  /** 招标三年一签: year `termYear` of `termYears`. */
  termYear: z.number().int(),
  termYears: z.number().int(),
  startsOn: day,
  endsOn: day,
  /** 元, with its approved changes. */
  amount: z.string(),
  paid: z.string(),
  /** The next milestone that is not reached; null when all are. */
  next: z.object({ name: z.string(), dueOn: day, isLate: z.boolean() }).nullable(),
  isSettled: z.boolean(),
})

export const Gate = z.object({ code: z.string(), sentence: z.string() })

const Instalment = z.object({
  id: InstalmentId,
  name: z.string(),
  amount: z.string(),
  dueOn: day,
  /** What keeps it from being paid, in words; empty when it may be paid. */
  gates: z.array(Gate),
  /** What the words of the contract ask for. */
  waitsFor: z.object({
    milestone: z.string().nullable(),
    acceptance: z.boolean(),
    appraisalYear: z.number().int().nullable(),
  }),
  deducted: z.string(),
  paid: z.string(),
  left: z.string(),
  /** Paid beyond what is owed, because points were taken off afterwards. */
  over: z.string(),
  payments: z.array(
    z.object({
      paidOn: day,
      amount: z.string(),
      voucher: z.string(),
      /** Found in the treasury's list; otherwise recorded with the contract alone. */
      isListed: z.boolean(),
      /** What was open still when the list brought it. */
      against: z.array(z.string()),
    }),
  ),
})

const Acceptance = z.object({
  name: z.string(),
  acceptedOn: day,
  passed: z.boolean(),
  signedBy: z.string(),
  documentId: DocumentId.nullable(),
  items: z.array(
    z.object({
      kind: z.enum(['quality', 'requirement']),
      item: z.string(),
      required: z.string(),
      measured: z.string(),
      passed: z.boolean(),
      judged: z.enum(['figures', 'people']),
    }),
  ),
})

export const Deduction = z.object({
  year: z.number().int(),
  month: z.number().int().nullable(),
  term: z.string().nullable(),
  points: z.string(),
  reason: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
})

export const ContractReply = ContractRow.extend({
  method: PurchaseMethod,
  signedOn: day,
  signedAmount: z.string(),
  passMark: z.string(),
  pointValue: z.string(),
  supervisor: named.nullable(),
  settlement: z.object({ settledOn: day, amount: z.string() }).nullable(),
  terms: z.array(
    z.object({
      name: z.string(),
      measure: z.string(),
      measureName: z.string(),
      target: z.string(),
      points: z.string(),
    }),
  ),
  milestones: z.array(
    z.object({
      id: MilestoneId,
      name: z.string(),
      dueOn: day,
      doneOn: day.nullable(),
      note: z.string(),
      /** Done after its day, or not done and its day is past. */
      isLate: z.boolean(),
    }),
  ),
  purchases: z.array(
    z.object({
      id: PurchaseId,
      item: z.string(),
      quantity: z.string(),
      unitWord: z.string(),
      dueOn: day,
      delivered: z.string(),
      deliveries: z.array(
        z.object({
          id: DeliveryId,
          deliveredOn: day,
          quantity: z.string(),
          noteNumber: z.string(),
          installedOn: day.nullable(),
          installedAt: z.string(),
          isLate: z.boolean(),
        }),
      ),
    }),
  ),
  acceptances: z.array(Acceptance),
  instalments: z.array(Instalment),
  changes: z.array(
    z.object({
      id: ChangeOrderId,
      number: z.number().int(),
      what: z.string(),
      reason: z.string(),
      amountDelta: z.string(),
      endsOn: day.nullable(),
      askedOn: day,
      askedBy: z.string(),
      carriedOutOn: day.nullable(),
      verdict: z.enum(['approved', 'rejected']).nullable(),
      opinion: z.string().nullable(),
      judgedBy: z.string().nullable(),
      mayJudge: z.boolean(),
    }),
  ),
  deductions: z.array(Deduction),
  appraisals: z.array(
    z.object({
      year: z.number().int(),
      heldOn: day,
      points: z.string(),
      score: z.string(),
      passed: z.boolean(),
      opinion: z.string(),
      recordedBy: z.string(),
    }),
  ),
  supervision: z.array(
    z.object({
      id: SupervisionId,
      kind: z.enum(['log', 'instruction', 'visa']),
      day,
      what: z.string(),
      recordedBy: z.string(),
      isLate: z.boolean(),
      answerDueOn: day.nullable(),
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
})

export const Licence = z.object({
  /** '' is the firm itself; otherwise one of its people. */
  holder: z.string(),
  name: z.string(),
  number: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
  state: z.enum(['valid', 'ending', 'ended', 'not-yet']),
})

const VendorRow = z.object({
  id: VendorId,
  name: z.string(),
  creditCode: z.string(),
  contact: z.string(),
  unitName: z.string(),
  contracts: z.number().int(),
  licences: z.number().int(),
  people: z.number().int(),
  /** Licences that ended or end within 60 days. */
  ending: z.number().int(),
  /** Of the last appraisal; null before the first. */
  score: z.string().nullable(),
})

export const contracts = {
  listContracts: endpoint({
    method: 'GET',
    path: '/contracts',
    summary: 'Contracts that run in a year, the one that ends first at the top',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: FormYear, search: z.string().trim().max(100).default('') }))
    .output(z.array(ContractRow)),
  openContract: endpoint({
    method: 'GET',
    path: '/contracts/{id}',
    summary: 'A contract with everything that came of it',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ContractId }))
    .output(ContractReply),
  listVendors: endpoint({
    method: 'GET',
    path: '/vendors',
    summary: 'Vendors by name, with what their licences and appraisals say',
    access: read,
    refuses: [],
  })
    .input(z.object({ search: z.string().trim().max(100).default('') }))
    .output(z.array(VendorRow)),
  openVendor: endpoint({
    method: 'GET',
    path: '/vendors/{id}',
    summary: 'A vendor with its licences, its people and its contracts',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: VendorId }))
    .output(
      VendorRow.extend({
        papers: z.array(Licence),
        contractsHeld: z.array(ContractRow.pick({ id: true, number: true, name: true, startsOn: true, endsOn: true })),
        appraisals: z.array(z.object({ contract: z.string(), year: z.number().int(), score: z.string() })),
      }),
    ),
}
