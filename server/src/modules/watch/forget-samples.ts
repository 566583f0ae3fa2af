import { loadWatchRules } from '@shiji/packs/load-packs'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'
import { dropMonth, listMonths, type SampleMonth } from './sample-months.ts'

const RULES = loadWatchRules()

/**
 * A month of answers goes whole, once the last of them is older than the place asks for; stretches and days stay, so
 * that what nobody saw stays unknown. A month with a day that is not added up for good keeps its answers.
 */
export async function forgetSamples(context: Context): Promise<void> {
  const day = officeDay(context.now).subtract({ days: RULES.rawDays })
  const before = day.toZonedDateTime(OFFICE_TIME_ZONE).toInstant()
  const months = await read(context.db, listMonths)
  for (const month of months.filter(({ until }) => Temporal.Instant.compare(until, before) <= 0)) {
    await inTransaction(context.db, async (tx) => {
      if (await isOpen(tx, month)) return
      const count = await countIn(tx, month)
      await dropMonth(tx, month.month)
      if (count === 0) return
      await recordInLedger(tx, context, {
        did: 'watch.samples-forgotten',
        ...{ month: month.month, before: day.toString(), count, rules: RULES.id },
      })
    })
  }
}

/** Whether a probe with answers in the month has days there that are not final. */
async function isOpen(reader: Reader, { from, until }: SampleMonth): Promise<boolean> {
  const open = await reader
    .selectFrom('watchProbe as probe')
    .leftJoin('watchSummed as summed', 'summed.probeId', 'probe.id')
    .select('probe.id')
    .where(({ or, eb }) => or([eb('summed.settledTo', 'is', null), eb('summed.settledTo', '<', until)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('watchSample')
          .select('watchSample.at')
          .whereRef('watchSample.probeId', '=', 'probe.id')
          .where('watchSample.at', '>=', from)
          .where('watchSample.at', '<', until),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return open !== undefined
}

async function countIn(reader: Reader, { from, until }: SampleMonth): Promise<number> {
  const { count } = await reader
    .selectFrom('watchSample')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('at', '>=', from)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  return count
}
