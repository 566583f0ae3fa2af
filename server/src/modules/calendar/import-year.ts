import { isDeepStrictEqual } from 'node:util'
import type { YearDays } from '@shiji/kernel/calendar/year-days'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { SHIPPED_YEARS } from './calendar-of.ts'
import { listYears, lockChanges, saveChange } from './change-store.ts'

export async function importYear(context: Context, days: YearDays) {
  requirePermission(context, 'calendar.manage')
  const { now, actor } = context
  const { year } = days

  return inTransaction(context.db, async (tx) => {
    const current = await lockChanges(tx)
    const imported = (await listYears(tx, current)).map((kept) => kept.days)
    const before = [...imported, ...SHIPPED_YEARS].find((one) => one.year === year) ?? null

    if (isDeepStrictEqual(before, days)) return { year, version: current }

    const version = await saveChange(tx, { of: { year }, content: days, madeAt: now, madeBy: actor.personId })
    await recordInLedger(tx, context, { did: 'calendar.year-imported', year, version, before, after: days })
    return { year, version }
  })
}
