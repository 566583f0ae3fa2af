import { randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { slowDown } from '../clocks/slow-down.ts'
import { findOpenSpot } from '../spots/spot-store.ts'
import { gonePage } from './gone-page.ts'
import { reportForm } from './report-form.ts'

/** Whoever has the code may look as often as they like; guessing is slowed down. */
export async function showReportForm(context: Context, { code }: { code: string }) {
  const { language } = context
  const spot = await read(context.db, (reader) => findOpenSpot(reader, code))
  if (spot !== undefined) return reportForm({ ...spot, secret: randomBytes(18).toString('base64url') }, language)
  await slowDown(context)
  return gonePage('spot', language)
}
