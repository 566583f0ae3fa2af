import { z } from 'zod'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { ProjectId } from './performance.ts'

/** The money of a project and year: granted, adjusted, appropriated, spent. All amounts in 元. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

export const MoneyEntryId = z.uuid().brand<'MoneyEntryId'>()
export const PaymentListId = z.uuid().brand<'PaymentListId'>()

export const FormYear = z.coerce.number().int().min(1990).max(2100)
const day = z.iso.date()
const amount = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/)

export const MoneyEntryKind = z.enum(['initial', 'adjustment', 'appropriation'])
/** 上级 · 本级 · 下级 · 上年结转 · 其他. */
export const MoneySource = z.enum(['upper', 'own', 'lower', 'carried-over', 'other'])

const MoneyReply = z.object({
  projectId: ProjectId,
  year: z.number().int(),
  /** 年初预算数; null when nothing was recorded. */
  initial: z.string().nullable(),
  /** 全年预算数: the initial budget and its adjustments. */
  fullYear: z.string().nullable(),
  appropriated: z.string(),
  /** 全年执行数 so far. */
  executed: z.string(),
  /** Executed ÷ full year in percent, two decimals; null without a budget. */
  rate: z.string().nullable(),
  bySource: z.array(z.object({ source: MoneySource, fullYear: z.string(), appropriated: z.string() })),
  /** Spent in each month, January first. */
  byMonth: z.array(z.string()),
  payments: z.number().int(),
  entries: z.array(
    z.object({
      id: MoneyEntryId,
      kind: MoneyEntryKind,
      source: MoneySource,
      amount: z.string(),
      decidedOn: day,
      reason: z.string(),
      documentId: DocumentId.nullable(),
      madeAt: z.iso.datetime(),
      madeBy: z.string(),
    }),
  ),
})

const heading = z.string().max(200).nullable()

/** Which heading of a payment list holds what; remembered per unit. */
export const PaymentMapping = z.object({
  project: heading,
  paidOn: heading,
  amount: heading,
  voucher: heading,
  payee: heading,
  purpose: heading,
  moneyUnit: z.enum(['元', '万元']),
})

const PaymentRow = z.object({
  paidOn: day,
  amount: z.string(),
  voucher: z.string(),
  payee: z.string(),
  purpose: z.string(),
  /** Of the treasury's list; null while it is recorded with its contract alone. */
  line: z.number().int().nullable(),
})

const RefusedLine = z.object({ line: z.number().int(), code: z.string(), text: z.string(), message: z.string() })

export const money = {
  readMoney: endpoint({
    method: 'GET',
    path: '/projects/{id}/money',
    summary: 'Budget, adjustments, appropriations and spending of a project in a year',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ProjectId, year: FormYear }))
    .output(MoneyReply),
  recordMoney: endpoint({
    method: 'POST',
    path: '/projects/{id}/money',
    summary: 'Record a budget, an adjustment or an appropriation; a mistake is taken back by a negative entry',
    access: write,
    refuses: ['not-found', 'reason-missing'],
  })
    .input(
      z.object({
        id: ProjectId,
        year: FormYear,
        kind: MoneyEntryKind,
        source: MoneySource,
        amount,
        decidedOn: day,
        reason: z.string().trim().max(1000).default(''),
        documentId: DocumentId.nullable(),
      }),
    )
    .output(MoneyReply),
  readPaymentList: endpoint({
    method: 'POST',
    path: '/performance/payment-lists/readings',
    summary: 'Look at a payment list before it is taken: its headings, and what they held last time',
    access: write,
    refuses: ['not-found', 'file-unreadable', 'payment-list-unreadable'],
  })
    .input(z.object({ documentId: DocumentId }))
    .output(
      z.object({
        headings: z.array(z.string()),
        mapping: PaymentMapping,
        rows: z.number().int(),
        sample: z.array(PaymentRow.extend({ project: z.string() })),
        refused: z.array(RefusedLine),
      }),
    ),
  importPayments: endpoint({
    method: 'POST',
    path: '/performance/payment-lists',
    summary: 'Take the payments of a list; those taken before are not taken twice, and the mapping is remembered',
    access: write,
    refuses: ['not-found', 'file-unreadable', 'payment-list-unreadable'],
  })
    // Without a project column the list is of `projectId`.
    .input(z.object({ documentId: DocumentId, mapping: PaymentMapping, projectId: ProjectId.nullable() }))
    .output(
      z.object({
        id: PaymentListId,
        taken: z.number().int(),
        repeated: z.number().int(),
        refused: z.array(RefusedLine),
      }),
    ),
  annotatePayments: endpoint({
    method: 'POST',
    path: '/performance/payment-lists/annotations',
    summary: 'The lines of a list that cannot be taken, each with its fault, as a workbook to correct',
    access: write,
    refuses: ['not-found', 'file-unreadable', 'payment-list-unreadable'],
  })
    .input(z.object({ documentId: DocumentId, mapping: PaymentMapping, projectId: ProjectId.nullable() }))
    .output(z.file()),
  listPayments: endpoint({
    method: 'GET',
    path: '/projects/{id}/payments',
    summary: 'The payments of a project in a year, oldest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ProjectId, year: FormYear, after: z.string().max(60).optional() }))
    .output(z.object({ payments: z.array(PaymentRow), next: z.string().nullable() })),
}
