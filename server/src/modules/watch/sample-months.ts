import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read, type Tx } from '#platform/database/transaction'

/** Months of answers that are open ahead, so that none has to be cut out of the rest later. */
const AHEAD = 3
const EARLIEST = '2000-01'

/** Opens the months of answers ahead, and one for every answer that found none open: a restored one, one of a moved district. */
export async function openMonths({ db, now }: Context): Promise<void> {
  const current = now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()
  const last = current.add({ months: AHEAD })
  const ahead = Array.from({ length: AHEAD + 1 }, (_, index) => current.add({ months: index }).toString())
  // A clock that was wrong opens no month of another century.
  const waiting = await read(db, (reader) => listWaiting(reader))
  const wanted = waiting.filter((month) => month >= EARLIEST && month <= last.toString())
  for (const month of new Set([...wanted, ...ahead])) await inTransaction(db, (tx) => openMonth(tx, month))
}

/** Months whose answers lie in the rest. */
async function listWaiting(reader: Reader): Promise<string[]> {
  const waiting = sql<{ month: string }>`(select distinct to_char(at at time zone 'UTC', 'YYYY-MM') as month
    from watch_sample_rest)`
  const rows = await reader.selectFrom(waiting.as('waiting')).select('month').orderBy('month').execute()
  return rows.map(({ month }) => month)
}

async function openMonth(tx: Tx, month: string): Promise<void> {
  await sql`select watch_open_month(${`${month}-01`}::date)`.execute(tx)
}

/** A month of answers, as `2026-03`, with its first moment and the first one after it. */
export type SampleMonth = {
  readonly month: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** Months that are open, the oldest first. */
export async function listMonths(reader: Reader): Promise<SampleMonth[]> {
  const open = sql<{ month: string }>`(select replace(right(part.relname, 7), '_', '-') as month
    from pg_inherits join pg_class as part on part.oid = pg_inherits.inhrelid
    where pg_inherits.inhparent = 'watch_sample'::regclass and part.relname ~ '^watch_sample_[0-9]{4}_[0-9]{2}$')`
  const rows = await reader.selectFrom(open.as('open')).select('month').orderBy('month').execute()
  return rows.map(({ month }) => {
    const first = Temporal.PlainYearMonth.from(month)
    const startOf = (of: Temporal.PlainYearMonth) => of.toPlainDate({ day: 1 }).toZonedDateTime('UTC').toInstant()
    return { month, from: startOf(first), until: startOf(first.add({ months: 1 })) }
  })
}

export async function dropMonth(tx: Tx, month: string): Promise<void> {
  await sql`select watch_drop_month(${`${month}-01`}::date)`.execute(tx)
}
