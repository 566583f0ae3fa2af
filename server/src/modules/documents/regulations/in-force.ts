import { type RawBuilder, sql } from 'kysely'

type Proof = {
  /** The column that names the regulation, null where a proof names none. */
  readonly regulationId: string
  /** Of the list the proof belongs to. */
  readonly year: RawBuilder<number>
  readonly asOf: Temporal.Instant
}

/**
 * Whether the regulation a proof names was in force when it was looked at, as it was known then: on that day or, once
 * the year of its list is over, on the last day of the year. True where a proof names none.
 */
export function regulationHolds({ regulationId, year, asOf }: Proof): RawBuilder<boolean> {
  const named = sql.ref(regulationId)
  const day = sql`least((${asOf}::timestamptz at time zone 'Asia/Shanghai')::date, make_date(${year}, 12, 31))`
  return sql<boolean>`(${named} is null or exists (
    select from documents_regulation regulation
    join lateral (
      select text.valid_until from documents_regulation_text text
      where text.regulation_id = regulation.id and text.entered_at <= ${asOf} and text.valid_from <= ${day}
      order by text.valid_from desc, text.entered_at desc limit 1) held on true
    where regulation.id = ${named} and coalesce(held.valid_until, 'infinity') >= ${day}
      and (regulation.repealed_at is null or regulation.repealed_at > ${asOf} or regulation.repealed_on > ${day})))`
}
