import { type RawBuilder, sql } from 'kysely'
import { ALL_KNOWN } from '#platform/measure'

/** The project a ticket was known to belong to at that moment; `ticket` is the column its id stands in. */
export function projectThen(ticket: string, asOf: Temporal.Instant): RawBuilder<string | null> {
  const known =
    Temporal.Instant.compare(asOf, ALL_KNOWN) >= 0
      ? sql`then_fact.known_until = 'infinity'`
      : sql`then_fact.known_from <= ${asOf} and then_fact.known_until > ${asOf}`
  return sql`(select then_fact.project_id from desk_ticket_fact then_fact
    where then_fact.ticket_id = ${sql.ref(ticket)} and ${known})`
}
