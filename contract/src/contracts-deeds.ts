import { z } from 'zod'
import {
  ChangeOrderId,
  ContractId,
  DeliveryId,
  InstalmentId,
  MilestoneId,
  PurchaseId,
  PurchaseMethod,
  SupervisionId,
  VendorId,
} from './contracts.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { ProjectId } from './performance.ts'

/** What is done with contracts and vendors. */

const write = { permission: 'contracts.write' } as const
const confirm = { permission: 'contracts.confirm' } as const
const supervise = { permission: 'contracts.supervise' } as const

const day = z.iso.date()
const words = z.string().trim().min(1).max(200)
const sentence = z.string().trim().min(1).max(1_000)
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)
const signedAmount = z.string().regex(/^-?\d{1,13}(\.\d{1,2})?$/)
const points = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)
const nothing = z.object({})

/** A term of service, in the words of a target and read by the measure of the same promise. */
export const NewTerm = z.object({ name: words, measure: words, target: words, points })
/** Milestones and instalments are named by their place in the contract, from 1. */
export const NewInstalment = z.object({
  name: words,
  amount,
  dueOn: day,
  milestone: z.number().int().min(1).nullable(),
  needsAcceptance: z.boolean(),
  appraisalYear: FormYear.nullable(),
})
export const NewItem = z.object({
  kind: z.enum(['quality', 'requirement']),
  item: words,
  required: words,
  measured: words,
  /** What those who signed say; figures need nobody's word. */
  verdict: z.boolean().nullable(),
})

const deed = (rest: string, summary: string) => ({ method: 'POST', path: `/contracts/{id}/${rest}`, summary }) as const
const ofContract = z.object({ id: ContractId })

export const contractDeeds = {
  addVendor: endpoint({
    method: 'POST',
    path: '/vendors',
    summary: 'Enter a vendor; a vendor unit of the same name sees its contracts',
    access: write,
    refuses: ['name-taken'],
  })
    .input(
      z.object({
        name: words,
        creditCode: z
          .string()
          .trim()
          .regex(/^([0-9A-Z]{18})?$/),
        contact: z.string().trim().max(200),
      }),
    )
    .output(z.object({ id: VendorId })),
  addLicence: endpoint({
    method: 'POST',
    path: '/vendors/{id}/licences',
    summary: 'Enter a licence of the firm or a certificate of one of its people',
    access: write,
    refuses: ['not-found', 'span-reversed'],
  })
    .input(
      z.object({
        id: VendorId,
        holder: z.string().trim().max(100),
        name: words,
        number: z.string().trim().max(100),
        validFrom: day,
        validUntil: day.nullable(),
        documentId: DocumentId.nullable(),
      }),
    )
    .output(nothing),
  signContract: endpoint({
    method: 'POST',
    path: '/contracts',
    summary: 'Enter a contract as it was signed: terms, milestones, instalments and their gates',
    access: write,
    refuses: ['not-found', 'contract-wrong', 'name-taken', 'span-reversed', 'measure-unknown'],
  })
    .input(
      z.object({
        projectId: ProjectId,
        vendorId: VendorId,
        supervisorId: VendorId.nullable(),
        number: words,
        name: words,
        method: PurchaseMethod,
        termYear: z.number().int().min(1).max(10),
        termYears: z.number().int().min(1).max(10),
        amount,
        signedOn: day,
        startsOn: day,
        endsOn: day,
        passMark: points,
        /** 元 a point of the appraisal costs. */
        pointValue: amount,
        terms: z.array(NewTerm).max(50),
        milestones: z.array(z.object({ name: words, dueOn: day })).max(100),
        instalments: z.array(NewInstalment).min(1).max(50),
        /** Lines of the procurement plan bought by it. */
        purchaseIds: z.array(PurchaseId).max(500),
      }),
    )
    .output(z.object({ id: ContractId })),
  reachMilestone: endpoint({
    ...deed('milestones', 'Record that a milestone was reached'),
    access: write,
    refuses: ['not-found', 'milestone-reached', 'day-ahead'],
  })
    .input(
      ofContract.extend({
        milestoneId: MilestoneId,
        doneOn: day,
        note: z.string().trim().max(1_000),
        documentId: DocumentId.nullable(),
      }),
    )
    .output(nothing),
  recordDelivery: endpoint({
    ...deed('deliveries', 'Record what was delivered'),
    access: write,
    refuses: ['not-found', 'day-ahead'],
  })
    .input(
      ofContract.extend({
        purchaseId: PurchaseId,
        deliveredOn: day,
        quantity: amount,
        noteNumber: z.string().trim().max(100),
        documentId: DocumentId.nullable(),
      }),
    )
    .output(z.object({ id: DeliveryId })),
  recordInstallation: endpoint({
    ...deed('installations', 'Record where and when a delivery was installed'),
    access: write,
    refuses: ['not-found', 'day-ahead', 'span-reversed'],
  })
    .input(ofContract.extend({ deliveryId: DeliveryId, installedOn: day, installedAt: words }))
    .output(nothing),
  recordAcceptance: endpoint({
    ...deed('acceptances', 'Record an acceptance sheet: measured against required, item by item'),
    access: write,
    refuses: ['not-found', 'day-ahead', 'item-undecided', 'item-contradicted'],
  })
    .input(
      ofContract.extend({
        name: words,
        milestoneId: MilestoneId.nullable(),
        acceptedOn: day,
        signedBy: words,
        documentId: DocumentId.nullable(),
        items: z.array(NewItem).min(1).max(500),
      }),
    )
    .output(z.object({ passed: z.boolean() })),
  payInstalment: endpoint({
    ...deed('payments', 'Record the payment of an instalment; impossible while a gate of it is open'),
    access: write,
    refuses: ['not-found', 'day-ahead', 'payment-gated', 'payment-too-large', 'voucher-used'],
  })
    .input(ofContract.extend({ instalmentId: InstalmentId, paidOn: day, amount, voucher: words }))
    .output(nothing),
  settleContract: endpoint({
    ...deed('settlement', 'Settle the contract'),
    access: write,
    refuses: ['not-found', 'day-ahead', 'contract-settled'],
  })
    .input(ofContract.extend({ settledOn: day, amount }))
    .output(nothing),
  askForChange: endpoint({
    ...deed('changes', 'Ask for a change of the contract'),
    access: write,
    refuses: ['not-found', 'day-ahead'],
  })
    .input(
      ofContract.extend({
        what: sentence,
        reason: sentence,
        amountDelta: signedAmount,
        endsOn: day.nullable(),
        askedOn: day,
        /** When work on it began; approved afterwards, it counts as irregular. */
        carriedOutOn: day.nullable(),
      }),
    )
    .output(z.object({ id: ChangeOrderId })),
  judgeChange: endpoint({
    ...deed('changes/verdict', 'Approve or reject a change; not by who asked for it'),
    access: confirm,
    refuses: ['not-found', 'second-person-needed', 'change-judged'],
  })
    .input(ofContract.extend({ changeId: ChangeOrderId, verdict: z.enum(['approved', 'rejected']), opinion: sentence }))
    .output(nothing),
  deductFromRecords: endpoint({
    ...deed('deductions/records', 'Hold every month of a year against the terms; what was missed is taken off once'),
    access: write,
    refuses: ['not-found', 'appraisal-held'],
  })
    .input(ofContract.extend({ year: FormYear }))
    .output(z.object({ added: z.number().int(), checked: z.number().int(), unread: z.number().int() })),
  deductByHand: endpoint({
    ...deed('deductions', 'Take points off, or back with negative points; the ledger is never changed'),
    access: write,
    refuses: ['not-found', 'appraisal-held'],
  })
    .input(ofContract.extend({ year: FormYear, points: z.string().regex(/^-?\d{1,3}(\.\d{1,2})?$/), reason: sentence }))
    .output(nothing),
  holdAppraisal: endpoint({
    ...deed('appraisals', 'Close the appraisal of a year; the score follows from the ledger alone'),
    access: confirm,
    refuses: ['not-found', 'appraisal-held', 'day-ahead'],
  })
    .input(ofContract.extend({ year: FormYear, heldOn: day, opinion: sentence }))
    .output(z.object({ score: z.string(), passed: z.boolean() })),
  noteSupervision: endpoint({
    ...deed('supervision', 'Write into the log of the supervisor (监理)'),
    access: supervise,
    refuses: ['not-found', 'day-ahead'],
  })
    .input(
      ofContract.extend({
        kind: z.enum(['log', 'instruction', 'visa']),
        day,
        what: sentence,
        answerDueOn: day.nullable(),
      }),
    )
    .output(z.object({ id: SupervisionId })),
  answerSupervision: endpoint({
    ...deed('supervision/answers', 'Answer an instruction of the supervisor'),
    access: write,
    refuses: ['not-found', 'answered-before'],
  })
    .input(ofContract.extend({ noteId: SupervisionId, answer: sentence }))
    .output(nothing),
}
