import type { DocumentId } from '@shiji/contract/documents'
import { MoneyEntryId, type MoneyEntryKind, type MoneySource } from '@shiji/contract/money'
import { add, type Decimal, ZERO } from '@shiji/kernel/decimal'
import type { Payment } from '@shiji/kernel/payments/payment-list'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

type Kind = z.infer<typeof MoneyEntryKind>
type Source = z.infer<typeof MoneySource>

export type MoneyEntry = {
  readonly id: string
  readonly projectId: string
  readonly year: number
  readonly kind: Kind
  readonly source: Source
  readonly amount: Decimal
  readonly decidedOn: string
  readonly reason: string
  readonly documentId: string | null
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

export async function saveMoneyEntry(tx: Tx, entry: MoneyEntry): Promise<void> {
  await tx.insertInto('performanceMoneyEntry').values(entry).execute()
}

export async function listMoneyEntries(reader: Reader, projectId: string, year: number) {
  const rows = await reader
    .selectFrom('performanceMoneyEntry as entry')
    .innerJoin('directoryPerson as person', 'person.id', 'entry.madeBy')
    .select(['entry.id', 'entry.kind', 'entry.source', 'entry.amount', 'entry.decidedOn', 'entry.reason'])
    .select(['entry.documentId', 'entry.madeAt', 'person.name as madeBy'])
    .where('entry.projectId', '=', projectId)
    .where('entry.year', '=', year)
    .orderBy('entry.madeAt')
    .orderBy('entry.id')
    .execute()
  return rows.map(({ id, kind, source, documentId, madeAt, ...row }) => ({
    ...row,
    id: MoneyEntryId.parse(id),
    kind: kind as Kind,
    source: source as Source,
    documentId: documentId as DocumentId | null,
    madeAt: madeAt.toString(),
  }))
}

/** What was spent in each month of the year, January first, and how many payments there were. */
export async function sumPayments(reader: Reader, projectId: string, year: number) {
  const rows = await reader
    .selectFrom('performancePayment')
    .select([sql<number>`extract(month from paid_on)::int`.as('month'), sql<Decimal>`sum(amount)`.as('amount')])
    .select(sql<number>`count(*)::int`.as('payments'))
    .where('projectId', '=', projectId)
    .where('paidOn', '>=', `${year}-01-01`)
    .where('paidOn', '<=', `${year}-12-31`)
    .groupBy('month')
    .execute()
  const byMonth = Array.from({ length: 12 }, (_, at) => rows.find(({ month }) => month === at + 1)?.amount ?? ZERO)
  return { byMonth, payments: rows.reduce((all, { payments }) => all + payments, 0) }
}

export type YearMoney = {
  /** 年初预算数 and 全年预算数 in 元; null when nothing was recorded. */
  readonly initial: Decimal | null
  readonly fullYear: Decimal | null
  readonly byMonth: readonly Decimal[]
}

/** 元 paid in a year; null when no payment was ever imported for it, which is not nothing paid. */
export async function executedIn(reader: Reader, projectId: string, year: number): Promise<Decimal | null> {
  const { byMonth, payments } = await sumPayments(reader, projectId, year)
  return payments === 0 ? null : byMonth.reduce(add, ZERO)
}

export async function moneyOfYear(reader: Reader, projectId: string, year: number): Promise<YearMoney> {
  const entries = await listMoneyEntries(reader, projectId, year)
  const { byMonth } = await sumPayments(reader, projectId, year)
  return { ...budgetOf(entries), byMonth }
}

export function budgetOf(entries: readonly { kind: Kind; amount: Decimal }[]): Pick<YearMoney, 'initial' | 'fullYear'> {
  const granted = entries.filter(({ kind }) => kind !== 'appropriation')
  const initial = granted.filter(({ kind }) => kind === 'initial')
  const total = (some: typeof granted) =>
    some.length === 0 ? null : some.reduce((all, { amount }) => add(all, amount), ZERO)
  return { initial: total(initial), fullYear: total(granted) }
}

/** Spent until the end of the month, 1 to 12. */
export function executedThrough({ byMonth }: Pick<YearMoney, 'byMonth'>, month: number): Decimal {
  return byMonth.slice(0, month).reduce(add, ZERO)
}

/** The years in which money of the project was granted or paid. */
export async function listMoneyYears(reader: Reader, projectId: string): Promise<number[]> {
  const rows = await reader
    .selectFrom('performanceMoneyEntry')
    .select('year')
    .where('projectId', '=', projectId)
    .union(
      reader
        .selectFrom('performancePayment')
        .select(sql<number>`extract(year from paid_on)::int`.as('year'))
        .where('projectId', '=', projectId),
    )
    .execute()
  return rows.map(({ year }) => year)
}

type PaymentList = {
  readonly id: string
  readonly unitId: string
  readonly documentId: string
  readonly taken: number
  readonly repeated: number
  readonly refused: number
  readonly importedAt: Temporal.Instant
  readonly importedBy: string
}

export async function savePaymentList(tx: Tx, list: PaymentList): Promise<void> {
  await tx.insertInto('performancePaymentList').values(list).execute()
}

export async function countPaymentList(tx: Tx, id: string, taken: number, repeated: number): Promise<void> {
  await tx.updateTable('performancePaymentList').set({ taken, repeated }).where('id', '=', id).execute()
}

export type NewPayment = Omit<Payment, 'project'> & {
  readonly id: string
  readonly projectId: string
  readonly listId: string
  readonly fingerprint: string
}

/** Those of these that were not there yet. */
export async function savePayments(tx: Tx, payments: readonly NewPayment[]): Promise<string[]> {
  const taken: string[] = []
  for (let at = 0; at < payments.length; at += 1000) {
    const saved = await tx
      .insertInto('performancePayment')
      .values(payments.slice(at, at + 1000))
      .onConflict((conflict) => conflict.constraint('performance_payment_once').doNothing())
      .returning('id')
      .execute()
    taken.push(...saved.map(({ id }) => id))
  }
  return taken
}

export async function listPaymentRows(
  reader: Reader,
  { projectId, year, after, limit }: { projectId: string; year: number; after: string | undefined; limit: number },
) {
  const [day = '', id = ''] = after?.split(' ') ?? []
  return reader
    .selectFrom('performancePayment')
    .select(['id', 'paidOn', 'amount', 'voucher', 'payee', 'purpose', 'line'])
    .where('projectId', '=', projectId)
    .where('paidOn', '>=', `${year}-01-01`)
    .where('paidOn', '<=', `${year}-12-31`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(paid_on, id) > (${day}::date, ${id}::uuid)`))
    .orderBy('paidOn')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The files the payments of the year came from. */
export async function listPaymentDocuments(reader: Reader, projectId: string, year: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('performancePayment as payment')
    .innerJoin('performancePaymentList as list', 'list.id', 'payment.listId')
    .select('list.documentId')
    .distinct()
    .where('payment.projectId', '=', projectId)
    .where('payment.paidOn', '>=', `${year}-01-01`)
    .where('payment.paidOn', '<=', `${year}-12-31`)
    .orderBy('list.documentId')
    .execute()
  return rows.map(({ documentId }) => documentId)
}
