import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWorld } from '#testing/test-world'
import { read } from './database/transaction.ts'
import { DAY, dayOf } from './measure-sums.ts'

/** Instants of many years, and both sides of midnight in one of them. */
const INSTANTS = sql`
  select generate_series(timestamptz '1992-01-01', '2060-01-01', '7 hours 13 minutes') as at
  union all
  select generate_series(timestamptz '1999-12-31 23:59:59.999999+08', '2001-01-02', '1 day')
  union all
  select generate_series(timestamptz '2000-01-01 00:00:00+08', '2001-01-02', '1 day')`

test('days counted off are the days of the office, at midnight too', async () => {
  const { chenghu } = await makeWorld()
  const days = await read(chenghu, (reader) =>
    reader
      .selectFrom(sql<{ at: Temporal.Instant }>`(${INSTANTS})`.as('fact'))
      .select([
        sql<number>`count(distinct ${DAY})::int`.as('seen'),
        sql<number>`count(*) filter (where ${DAY} is distinct from ${dayOf('fact.at')})::int`.as('differ'),
      ])
      .execute(),
  )
  expect(days).toEqual([{ seen: 24_838, differ: 0 }])
})
