import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'

export type PublicAnnouncement = {
  readonly at: Temporal.Instant
  readonly words: string
  /** When people hear again, where that was promised. */
  readonly nextUpdateAt: Temporal.Instant | null
}

/**
 * What people without an account may know of major incidents that go on: the last public announcement of each that
 * the unit serves, that hits it or hits one below it. What was said before an end stays away when it flares up again.
 */
export async function listPublicAnnouncements(reader: Reader, unitId: string): Promise<PublicAnnouncement[]> {
  return reader
    .selectFrom('deskMajorEntry as entry')
    .innerJoin('deskMajor as major', 'major.ticketId', 'entry.ticketId')
    .distinctOn('entry.ticketId')
    .select(['entry.at', 'entry.words', 'major.nextUpdateAt'])
    .where('major.state', '=', 'running')
    .where('entry.isPublic', '=', true)
    .where(
      sql<boolean>`not exists (select 1 from desk_major_entry ended
        where ended.ticket_id = entry.ticket_id and ended.kind = 'ended' and ended.number > entry.number)`,
    )
    .where(concerns(unitId))
    .orderBy('entry.ticketId')
    .orderBy('entry.number', 'desc')
    .execute()
}

function concerns(unitId: string) {
  return sql<boolean>`exists (
    select 1 from desk_ticket ticket join directory_unit hit on hit.id = ticket.unit_id
      join directory_unit team on team.id = ticket.team_id join directory_unit page on page.id = ${unitId}
    where (ticket.id = entry.ticket_id or ticket.merged_into = entry.ticket_id)
      and (team.ancestors @> array[page.id] or hit.ancestors @> array[page.id] or page.ancestors @> array[hit.id]))`
}
