import { loadWatchRules } from '@shiji/packs/load-packs'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'

const RULES = loadWatchRules()
/** So many at once, so that whoever saves answers does not wait. */
const AT_ONCE = 20_000

/**
 * Single answers older than the place asks for go; stretches and days stay, so that what nobody saw stays unknown. A
 * day that is not added up for good keeps its answers.
 */
export async function forgetSamples(context: Context): Promise<void> {
  const before = officeDay(context.now).subtract({ days: RULES.rawDays })
  for (const { id, settledTo } of await read(context.db, listSummed)) {
    const summed = officeDay(settledTo)
    const until = Temporal.PlainDate.compare(summed, before) < 0 ? summed : before
    const count = await forgetOf(context, id, until.toZonedDateTime(OFFICE_TIME_ZONE).toInstant())
    if (count === 0) continue
    await inTransaction(context.db, (tx) =>
      recordInLedger(tx, context, {
        did: 'watch.samples-forgotten',
        ...{ probeId: id, before: until.toString(), count, rules: RULES.id },
      }),
    )
  }
}

type Reading = Parameters<Parameters<typeof read>[1]>[0]

function listSummed(reader: Reading) {
  return reader.selectFrom('watchSummed').select(['probeId as id', 'settledTo']).orderBy('probeId').execute()
}

async function forgetOf({ db }: Context, probeId: string, before: Temporal.Instant): Promise<number> {
  for (let count = 0; ; ) {
    const gone = await inTransaction(db, async (tx) => {
      const { numAffectedRows } = await sql`delete from watch_sample where probe_id = ${probeId} and at in (
        select at from watch_sample where probe_id = ${probeId} and at < ${before} order by at limit ${AT_ONCE})`.execute(
        tx,
      )
      return Number(numAffectedRows ?? 0n)
    })
    count += gone
    if (gone < AT_ONCE) return count
  }
}
