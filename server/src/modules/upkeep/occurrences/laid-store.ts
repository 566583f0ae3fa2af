import type { Kept } from '@shiji/kernel/upkeep/compare-layout'
import type { Laid } from '@shiji/kernel/upkeep/lay-out'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

export async function listLaid(reader: Reader, planId: string, from: string): Promise<Kept[]> {
  const rows = await reader
    .selectFrom('upkeepOccurrence')
    .select(['id', 'opensAt', 'dueAt', 'state'])
    .where('planId', '=', planId)
    .where('day', '>=', from)
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, state: state as OccurrenceState }))
}

/** A statement takes 65 535 values. */
const ROWS_AT_ONCE = 2_000

export async function saveLaid(
  tx: Tx,
  { now, newId }: Context,
  { planId, rows }: { planId: string; rows: readonly Laid[] },
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    const column = (value: (row: Laid) => unknown) => some.map(value)
    await sql`
      insert into upkeep_occurrence (id, plan_id, day, last_day, slot, opens_at, due_at, closes_at, laid_at, state)
      select id, ${planId}, day, last_day, slot, opens_at, due_at, closes_at, ${now}, 'planned'
      from unnest(
        ${some.map(() => newId())}::uuid[], ${column(({ day }) => day)}::date[],
        ${column(({ lastDay }) => lastDay)}::date[], ${column(({ slot }) => slot)}::integer[],
        ${column(({ opensAt }) => opensAt.toString())}::timestamptz[],
        ${column(({ dueAt }) => dueAt.toString())}::timestamptz[],
        ${column(({ closesAt }) => closesAt.toString())}::timestamptz[]
      ) as laid(id, day, last_day, slot, opens_at, due_at, closes_at)`.execute(tx)
  }
}

export async function withdrawOccurrences(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('upkeepOccurrence')
    .set({ state: 'withdrawn', withdrawnAt: at })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

export async function restoreOccurrences(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('upkeepOccurrence')
    .set({ state: 'planned', withdrawnAt: null })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}
