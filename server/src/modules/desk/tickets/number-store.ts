import { sql } from 'kysely'
import { sendAlong } from '#platform/database/send-along'
import type { Tx } from '#platform/database/transaction'

/** Made ahead at a time; whoever takes the last of them makes the next while as many are still free. */
const MADE_AHEAD = 64

type Wanted = { readonly year: number; readonly count: number }

export async function nextNumber(tx: Tx, year: number): Promise<string> {
  const [number = ''] = await takeNumbers(tx, { year, count: 1 })
  return number
}

/** The lowest numbers of the year that nobody has or holds; what is undone leaves its numbers to whoever comes next. */
export async function takeNumbers(tx: Tx, { year, count }: Wanted): Promise<string[]> {
  const taken = await takeFree(tx, { year, count })
  if (taken.some((number) => number % MADE_AHEAD === 0)) makeMore(tx, { year, count: MADE_AHEAD })
  if (taken.length < count) {
    await lockCounter(tx, year)
    // Somebody may have made more while we waited.
    taken.push(...(await takeFree(tx, { year, count: count - taken.length })))
  }
  if (taken.length < count) {
    makeMore(tx, { year, count: count - taken.length + 2 * MADE_AHEAD })
    taken.push(...(await takeFree(tx, { year, count: count - taken.length })))
  }
  return taken.toSorted((one, other) => one - other).map((number) => numberText(year, number))
}

async function takeFree(tx: Tx, { year, count }: Wanted): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    with free as materialized (
      select number from desk_free_number where year = ${year} order by number limit ${count} for update skip locked
    )
    delete from desk_free_number one using free where one.year = ${year} and one.number = free.number
    returning one.number`.execute(tx)
  return rows.map(({ number }) => number)
}

async function lockCounter(tx: Tx, year: number): Promise<void> {
  await tx
    .insertInto('deskCounter')
    .values({ year, last: 0 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ year }))
    .execute()
}

function makeMore(tx: Tx, { year, count }: Wanted): void {
  const made = sql`
    with counter as (
      insert into desk_counter as counter (year, last) values (${year}, ${count})
      on conflict (year) do update set last = counter.last + ${count} returning last
    )
    insert into desk_free_number (year, number)
    select ${year}, generate_series(last - ${count} + 1, last) from counter`
  sendAlong(tx, made.compile(tx))
}

/** 2026-000123. */
export function numberText(year: number, count: number): string {
  return `${year}-${String(count).padStart(6, '0')}`
}
