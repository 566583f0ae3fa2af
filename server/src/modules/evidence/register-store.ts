import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Period } from '#platform/measure'
import { officeDay } from '#platform/office-day'

type Register = { readonly register: string; readonly unitId: string }

/** Reviews of a register, by the unit itself or by one above it, newest month first. */
export async function listReviews(reader: Reader, { register, unitId }: Register, { from, until }: Period) {
  return reader
    .selectFrom('evidenceRegisterReview as review')
    .innerJoin('directoryPerson as person', 'person.id', 'review.reviewedBy')
    .select(['review.month', 'review.note', 'review.reviewedAt', 'person.name as reviewedBy'])
    .where('review.register', '=', register)
    .where(sql<boolean>`review.unit_id = any(array(select unnest(ancestors) from directory_unit where id = ${unitId}))`)
    .where('review.month', '>=', `${from.slice(0, 7)}-01`)
    .where('review.month', '<=', until)
    .orderBy('review.month', 'desc')
    .execute()
}

type Asked = Register & { readonly period: Period; readonly now: Temporal.Instant }

/** Whether somebody looked the register through for every month of the period that is over, and for one at least. */
export async function isKept(reader: Reader, { register, unitId, period, now }: Asked): Promise<boolean> {
  const due = monthsOver(period, now)
  if (due.length === 0) return false
  const reviewed = new Set((await listReviews(reader, { register, unitId }, period)).map(({ month }) => month))
  return due.every((month) => reviewed.has(month))
}

/** First days of the months of a period that are over. */
export function monthsOver({ from, until }: Period, now: Temporal.Instant): string[] {
  const today = officeDay(now)
  const months: string[] = []
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7))
  while (Temporal.PlainYearMonth.compare(month, until.slice(0, 7)) <= 0) {
    const first = month.toPlainDate({ day: 1 })
    if (Temporal.PlainDate.compare(first.add({ months: 1 }), today) <= 0) months.push(first.toString())
    month = month.add({ months: 1 })
  }
  return months
}

export type Review = Register & {
  readonly month: string
  readonly note: string
  readonly reviewedAt: Temporal.Instant
  readonly reviewedBy: string
}

/** False when the month was reviewed already. */
export async function saveReview(tx: Tx, review: Review): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('evidenceRegisterReview')
    .values(review)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}
