import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'

/** What is not solved yet of the unit's own tickets and of those its team serves, for whoever takes over a shift. */
export async function listOpenTickets(reader: Reader, unitId: string) {
  return reader
    .selectFrom('deskTicket as ticket')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['ticket.id', 'ticket.number', 'ticket.what'])
    .where('ticket.state', 'in', ['waiting', 'working', 'paused'])
    .where(sql<boolean>`(ticket.team_id = ${unitId}::uuid or unit.ancestors @> array[${unitId}]::uuid[])`)
    .orderBy('ticket.reportedAt')
    .orderBy('ticket.id')
    .limit(100)
    .execute()
}
