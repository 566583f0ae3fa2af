import type { UnitId } from '@shiji/contract/directory'
import { say } from '@shiji/kernel/wording'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listReviews, monthsOver } from './register-store.ts'

type Asked = { readonly key: string; readonly unitId: UnitId; readonly year: number }

export async function readRegister(context: Context, asked: Asked) {
  requirePermission(context, 'evidence.read')
  return read(context.db, (reader) => openRegister(reader, context, asked))
}

export async function openRegister(reader: Reader, context: Context, { key, unitId, year }: Asked) {
  const { measures, actor, now, language } = context
  const register = [...measures.values()].find((measure) => measure.register?.key === key)?.register
  if (!register || (await findUnit(reader, actor, unitId)) === undefined) return refuse('not-found')
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  const reviews = await listReviews(reader, { register: key, unitId }, period)
  const reviewed = new Set(reviews.map(({ month }) => month))
  return {
    key,
    name: say(register.name, language),
    unitId,
    year,
    missing: monthsOver(period, now)
      .filter((month) => !reviewed.has(month))
      .map((month) => Number(month.slice(5, 7))),
    reviews: reviews.map(({ month, reviewedAt, ...review }) => ({
      ...review,
      month: Number(month.slice(5, 7)),
      reviewedAt: reviewedAt.toString(),
    })),
  }
}
