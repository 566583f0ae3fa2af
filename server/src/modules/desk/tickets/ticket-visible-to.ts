import { sql } from 'kysely'
import { type Actor, type Eyes, eyesOf } from '#platform/context'

/**
 * Tickets of the own unit and below, tickets a team of the own unit serves, and those a person works on, logged or
 * called about. The ticket's table goes by `ticket`, its unit by `unit`.
 */
export function ticketVisibleTo(actor: Actor) {
  const { unitId, personId } = eyesOf(actor)
  return sql<boolean>`(
    unit.ancestors @> array[${unitId}]::uuid[]
    or ticket.team_id in (select id from directory_unit where ancestors @> array[${unitId}]::uuid[])
    or ticket.assignee_id = ${personId}::uuid or ticket.logged_by = ${personId}::uuid or ticket.caller_id = ${personId}::uuid)`
}

/** The same where nothing but the ticket's table is asked. */
export function ticketAloneVisibleTo({ unitId, personId }: Eyes) {
  const isBelow = (id: string) =>
    sql`exists (select from directory_unit below where below.id = ${sql.ref(id)} and below.ancestors @> array[${unitId}]::uuid[])`
  return sql<boolean>`(${isBelow('ticket.unitId')} or ${isBelow('ticket.teamId')}
    or ticket.assignee_id = ${personId}::uuid or ticket.logged_by = ${personId}::uuid or ticket.caller_id = ${personId}::uuid)`
}
