import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { slowDown } from '../clocks/slow-down.ts'
import { gonePage } from './gone-page.ts'
import { findReport } from './report-store.ts'
import { statusPage } from './status-page.ts'

export async function showReport(context: Context, { secret }: { secret: string }) {
  const report = await read(context.db, (reader) => findReport(reader, secret))
  if (report !== undefined) return statusPage({ ...report, secret, isNew: false }, context.language)
  await slowDown(context)
  return gonePage('report', context.language)
}
